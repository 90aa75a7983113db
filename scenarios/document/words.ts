import { type Keys, type NameElement, segmentOf, valueAt } from "../changes/pointer";
import { financialYearFromText } from "../model/calendar";

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
const ELEMENT_WORDS: ReadonlyMap<string, string> = new Map([
  ["activities", "activity"],
  ["areas", "area"],
  ["bands", "band"],
  ["blocks", "block"],
  ["budgets", "budget"],
  ["capacity", "capacity entry"],
  ["choice", "choice"],
  ["chosen", "chosen lot"],
  ["cohorts", "cohort"],
  ["commitments", "commitment"],
  ["contributions", "contribution round"],
  ["criteria", "criterion"],
  ["demand", "demand"],
  ["equity", "equity rule"],
  ["excludes", "excluded line"],
  ["extensions", "extension option"],
  ["funding", "funding line"],
  ["fundingSources", "funding source"],
  ["indexes", "index"],
  ["levels", "level"],
  ["lines", "line"],
  ["members", "member"],
  ["needs", "need"],
  ["objectives", "objective"],
  ["oneOffs", "one-off cost"],
  ["organisations", "organisation"],
  ["provenance", "provenance entry"],
  ["provisions", "provision"],
  ["requirements", "requirement"],
  ["requires", "required line"],
  ["riskLevels", "risk level"],
  ["risks", "risk"],
  ["seasonal", "seasonal index"],
  ["sources", "evidence source"],
  ["toppedUpBy", "top-up"],
  ["weights", "weight"],
]);

/** What an entry of a record is called; its key follows. */
const ENTRY_WORDS: ReadonlyMap<string, string> = new Map([
  ["amounts", "amount for"],
  ["bases", "basis"],
  ["byYear", "figure for"],
  ["costs", "cost from budget"],
  ["historic", "historic figure of"],
  ["percentByYear", "percentage for"],
  ["rates", "rate for"],
  ["schedule", "price for"],
  ["scores", "score for criterion"],
]);

/** Field names that do not read well as they are. */
const FIELD_WORDS: ReadonlyMap<string, string> = new Map([
  ["activities", "list of activities"],
  ["annual", "annual amount"],
  ["areas", "list of areas"],
  ["bands", "list of bands"],
  ["blocks", "list of blocks"],
  ["budgets", "list of budgets"],
  ["buyIn", "buy-in"],
  ["buyInUnits", "units bought"],
  ["chosen", "list of chosen lots"],
  ["cohorts", "list of cohorts"],
  ["commitments", "list of commitments"],
  ["completePercent", "percentage of places completed"],
  ["contributions", "list of contribution rounds"],
  ["criteria", "list of criteria"],
  ["demand", "list of demand"],
  ["engagePercent", "percentage that engages"],
  ["equity", "list of equity rules"],
  ["excludes", "list of excluded lines"],
  ["extends", "link to the continued provision"],
  ["extensions", "list of extension options"],
  ["from", "start"],
  ["fte", "FTE"],
  ["funding", "list of funding lines"],
  ["fundingSources", "list of funding sources"],
  ["growthPercent", "yearly growth"],
  ["high", "high end"],
  ["historic", "record of historic figures"],
  ["indexes", "list of indexes"],
  ["leavingPercent", "percentage that leaves the waiting list"],
  ["levels", "list of levels"],
  ["lines", "list of lines"],
  ["low", "low end"],
  ["members", "list of members"],
  ["mustFund", "must-fund mark"],
  ["mustNot", "must-not mark"],
  ["needs", "list of needs"],
  ["objectives", "list of objectives"],
  ["occupancyPercent", "occupancy"],
  ["oneOffs", "list of one-off costs"],
  ["organisations", "list of organisations"],
  ["phaseIn", "phase-in"],
  ["premiumPercent", "premium"],
  ["provenance", "list of provenance entries"],
  ["provisions", "list of provisions"],
  ["recoverablePercent", "recoverable percentage"],
  ["referralPercent", "percentage that is referred"],
  ["requirements", "list of requirements"],
  ["requires", "list of required lines"],
  ["rest", "rest mark"],
  ["riskLevels", "list of risk levels"],
  ["risks", "list of risks"],
  ["seasonal", "list of seasonal indices"],
  ["sharePercent", "percentage of incidents"],
  ["sources", "list of evidence sources"],
  ["startPercent", "percentage of places started"],
  ["to", "end"],
  ["toppedUpBy", "list of top-ups"],
  ["upTo", "upper end"],
  ["vat", "VAT"],
  ["weights", "list of weights"],
  ["whenSomeDecline", "rule for when some decline"],
]);

/** Sections that need no name where one of their elements is named. */
const SILENT_SECTIONS: ReadonlySet<string> = new Set(["priorities", "lotStructure"]);

/**
 * A place in words, as the subject of a sentence.
 * Example: `/contributions/round/members/melton/minimum` is `Minimum of member "melton" of contribution round "round"`.
 */
export function inWords(document: unknown, keys: Keys, nameElement: NameElement = segmentOf): string {
  const words: string[] = [];
  let depth = keys.length;
  while (depth > 0) {
    const key = keys[depth - 1] as string | number;
    const container = depth > 1 ? String(keys[depth - 2]) : "";
    if (typeof key === "number") {
      words.push(
        `${ELEMENT_WORDS.get(container) ?? "entry"} ${elementName(document, keys.slice(0, depth), nameElement)}`,
      );
      depth -= 2;
    } else if (ENTRY_WORDS.has(container)) {
      words.push(
        `${ENTRY_WORDS.get(container) ?? ""} ${financialYearFromText(key) === null ? shown(key) : key}`,
      );
      depth -= 2;
    } else if (depth === keys.length || !SILENT_SECTIONS.has(key)) {
      words.push(FIELD_WORDS.get(key) ?? spacedOut(key));
      depth -= 1;
    } else {
      depth -= 1;
    }
  }
  const text = words.length === 0 ? "the scenario file" : words.join(" of ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** A sentence's subject inside a sentence. */
export function decapitalised(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text;
}

/** A question whether a known name was meant, or nothing. Example: `: did you mean "support"?` for `suport`. */
export function suggestion(text: string, known: Iterable<string>): string {
  let [nearest, least] = ["", 1 + Math.floor(text.length / 4)];
  for (const name of known) {
    const distance = Math.abs(name.length - text.length) > least ? Infinity : distanceBetween(text, name);
    if (distance < least || (distance === least && nearest === "")) [nearest, least] = [name, distance];
  }
  return nearest === "" ? "" : `; did you mean ${shown(nearest)}?`;
}

/** How many characters have to be changed, added or removed to make one text another. */
function distanceBetween(first: string, second: string): number {
  let row = Array.from({ length: second.length + 1 }, (_, place) => place);
  for (let from = 1; from <= first.length; from++) {
    const next = [from];
    for (let to = 1; to <= second.length; to++) {
      const change = (row[to - 1] as number) + (first[from - 1] === second[to - 1] ? 0 : 1);
      next.push(Math.min(change, (row[to] as number) + 1, (next[to - 1] as number) + 1));
    }
    row = next;
  }
  return row[second.length] as number;
}

/** An element by its id in quotation marks, or by its number from 1. */
function elementName(document: unknown, keys: Keys, nameElement: NameElement): string {
  const place = keys.at(-1) as number;
  const list = valueAt(document, keys.slice(0, -1));
  const segment = Array.isArray(list) ? nameElement(String(keys.at(-2)), list, place) : String(place);
  return segment === String(place) ? String(place + 1) : shown(segment);
}

/** `upliftFloor` is `uplift floor`. */
function spacedOut(key: string): string {
  return /^[a-z]+([A-Z][a-z]+)*$/.test(key)
    ? key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    : shown(key);
}
