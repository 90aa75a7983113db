import { type Keys, segmentsOf, valueAt } from "../changes/pointer";

const SHOWN_CHARACTERS = 60;

/** A value as a message shows it: as JSON, cut after 60 characters. Example: `"2015-02-29"`. */
export function shown(value: unknown): string {
  const characters = Array.from(asJson(value, SHOWN_CHARACTERS));
  return characters.length <= SHOWN_CHARACTERS
    ? characters.join("")
    : `${characters.slice(0, SHOWN_CHARACTERS - 1).join("")}…`;
}

/** JSON that stops soon after `room` characters, however large the value. */
function asJson(value: unknown, room: number): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, 2 * room));
  if (Array.isArray(value)) return `[${joined(value, room, (element, left) => asJson(element, left))}]`;
  if (typeof value === "object" && value !== null) {
    const fields = joined(Object.entries(value), room, ([key, field], left) => {
      return `${JSON.stringify(key.slice(0, 2 * room))}: ${asJson(field, left)}`;
    });
    return `{${fields}}`;
  }
  return String(value);
}

function joined<Part>(
  parts: readonly Part[],
  room: number,
  text: (part: Part, left: number) => string,
): string {
  let result = "";
  for (const part of parts) {
    if (result.length > room) break;
    result += `${result === "" ? "" : ", "}${text(part, room - result.length)}`;
  }
  return result;
}

/** What an element of a list is called. */
const ELEMENT_WORDS: Readonly<Record<string, string>> = {
  activities: "activity",
  areas: "area",
  bands: "band",
  blocks: "block",
  budgets: "budget",
  capacity: "capacity entry",
  choice: "choice",
  cohorts: "cohort",
  commitments: "commitment",
  contributions: "contribution round",
  criteria: "criterion",
  demand: "demand",
  equity: "equity rule",
  excludes: "excluded line",
  extensions: "extension option",
  funding: "funding line",
  fundingSources: "funding source",
  indexes: "index",
  levels: "level",
  lines: "line",
  members: "member",
  needs: "need",
  objectives: "objective",
  oneOffs: "one-off cost",
  organisations: "organisation",
  provenance: "provenance entry",
  provisions: "provision",
  requirements: "requirement",
  requires: "required line",
  riskLevels: "risk level",
  risks: "risk",
  seasonal: "seasonal index",
  sources: "evidence source",
  toppedUpBy: "top-up",
  weights: "weight",
};

/** What an entry of a record is called; its key follows. */
const ENTRY_WORDS: Readonly<Record<string, string>> = {
  amounts: "amount of",
  bases: "basis",
  byYear: "figure of",
  costs: "cost from budget",
  historic: "historic figure of",
  percentByYear: "percent of",
  rates: "rate of",
  schedule: "price of",
  scores: "score for criterion",
};

/** Field names that do not read well as they are. */
const FIELD_WORDS: Readonly<Record<string, string>> = {
  annual: "annual amount",
  completePercent: "percentage of places completed",
  contributions: "list of contribution rounds",
  demand: "list of demand",
  engagePercent: "percentage that engages",
  fte: "FTE",
  funding: "list of funding lines",
  growthPercent: "yearly growth",
  leavingPercent: "percentage that leaves the waiting list",
  mustFund: "must-fund mark",
  mustNot: "must-not mark",
  occupancyPercent: "occupancy",
  oneOffs: "list of one-off costs",
  premiumPercent: "premium",
  provenance: "list of provenance entries",
  recoverablePercent: "recoverable percentage",
  referralPercent: "percentage that is referred",
  rest: "rest mark",
  sharePercent: "percentage of incidents",
  startPercent: "percentage of places started",
  upTo: "upper end",
  vat: "VAT",
  whenSomeDecline: "rule for when some decline",
};

/**
 * A place in words, as the subject of a sentence.
 * Example: `/contributions/round/members/melton/minimum` is `Minimum of member "melton" of contribution round "round"`.
 */
export function inWords(document: unknown, keys: Keys): string {
  const words: string[] = [];
  let depth = keys.length;
  while (depth > 0) {
    const key = keys[depth - 1] as string | number;
    const container = depth > 1 ? String(keys[depth - 2]) : "";
    if (typeof key === "number") {
      words.push(`${ELEMENT_WORDS[container] ?? "entry"} ${elementName(document, keys.slice(0, depth))}`);
      depth -= 2;
    } else if (ENTRY_WORDS[container] !== undefined) {
      words.push(`${ENTRY_WORDS[container]} ${shown(key)}`);
      depth -= 2;
    } else {
      words.push(FIELD_WORDS[key] ?? spacedOut(key));
      depth -= 1;
    }
  }
  const text = words.length === 0 ? "scenario file" : words.join(" of ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** An element by its id in quotation marks, or by its number from 1. */
function elementName(document: unknown, keys: Keys): string {
  const place = keys[keys.length - 1] as number;
  const list = valueAt(document, keys.slice(0, -1));
  const segment = Array.isArray(list) ? segmentsOf(String(keys[keys.length - 2]), list)[place] : undefined;
  return segment === undefined || segment === String(place) ? String(place + 1) : shown(segment);
}

/** `upliftFloor` is `uplift floor`. */
function spacedOut(key: string): string {
  return /^[a-z]+([A-Z][a-z]+)*$/.test(key)
    ? key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    : shown(key);
}
