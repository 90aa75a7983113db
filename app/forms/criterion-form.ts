import { shareWeights } from "../../scenarios/calculate/weights";
import type { Priorities, PriorityLevel, PriorityLine, Scenario } from "../../scenarios/model/scenario";
import type { FieldGroup } from "./field-group";
import { showField } from "./fields";
import { elementFields } from "./list-form";
import { readValue } from "./read-value";
import { OPTION, type Submission } from "./submission";

export const NEW_CRITERION = "/priorities/criteria/-";
/** The points of every line for which none are typed. */
export const REST_POINTS = `${OPTION}rest`;
/** Weights as typed in any proportions: they are to sum to 100. */
export const SHARE_WEIGHTS = `${OPTION}share`;

type Fields = Submission["fields"];
type Sent = Pick<Submission, "fields" | "options">;

/** Everything that a new criterion needs, in one form: its scale, all weights, and points for every level. */
export function newCriterionForm(scenario: Scenario, priorities: Priorities): readonly FieldGroup[] {
  const { criteria, lines } = priorities;
  const [name, low, high, weight] = elementFields(scenario, NEW_CRITERION, ["name", "low", "high", "weight"]);
  if (name === undefined || low === undefined || high === undefined || weight === undefined)
    throw new Error("a criterion has a name, a scale and a weight");
  const isFirst = criteria.length === 0;
  const others = criteria.map((criterion) => ({
    ...showField(scenario, `/priorities/criteria/${criterion.id}/weight`),
    label: criterion.name,
  }));
  const scored = lines.flatMap((line) =>
    line.levels.filter(hasPoints).map((level) => pointsPath(line, level)),
  );
  return [
    {
      id: "scale",
      legend: "What it asks",
      note: "Describe both ends, so that everybody scores on one scale.",
      fields: [name, low, high],
    },
    {
      id: "weights",
      legend: "How much it counts",
      note: isFirst
        ? "It is the only criterion so far, so it has all the weight."
        : "Its weight says how much the whole step from 0 to 100 points counts beside the whole steps of the others. Leave the others as they are, and they make room in their proportions; or type all of them, so that they sum to 100.",
      isCompact: true,
      fields: [{ ...weight, label: "Weight of the new criterion", value: isFirst ? "100" : "" }, ...others],
    },
    ...(scored.length === 0
      ? []
      : [
          {
            id: "points",
            legend: "Points of each line on it",
            note: "From 0 to 100.",
            isCompact: true as const,
            fields: scored.map((path) => showField(scenario, path)),
          },
        ]),
  ];
}

const hasPoints = ({ scores }: PriorityLevel): boolean => scores !== undefined;
const pointsPath = (line: PriorityLine, level: PriorityLevel): string =>
  `/priorities/lines/${line.id}/levels/${level.id}/scores/-`;

/** The fields that the form of a new criterion stands for: the other weights make room, lines left empty get the rest. */
export function prepareCriterion(seen: Scenario, { fields, options }: Sent): Fields {
  const rest = options[REST_POINTS];
  const filled = Object.entries(fields).map(([name, typed]) => {
    const isOpen = name.endsWith("/scores/-") && typed.trim() === "";
    return [name, isOpen ? (rest ?? "") : typed] as const;
  });
  return { ...Object.fromEntries(filled), ...roomFor(seen, fields) };
}

/** The other weights, smaller in their proportions by what the new one takes; none where they were typed. */
function roomFor({ priorities }: Scenario, fields: Fields): Fields {
  const { criteria = [] } = priorities ?? {};
  const weight = decimalOf(fields[`${NEW_CRITERION}/weight`]);
  const wereTyped = criteria.some(({ id, weight: before }) => {
    const typed = fields[weightPath(id)];
    return typed !== undefined && decimalOf(typed) !== decimalOf(before);
  });
  if (weight === null || wereTyped || Number(weight) > 100) return {};
  const shared = shareWeights(
    criteria.map((criterion) => criterion.weight),
    restOf(weight),
  );
  return Object.fromEntries(criteria.map(({ id }, place) => [weightPath(id), shared[place] ?? ""]));
}

/** The weights of a form in their proportions, so that they sum to 100, where that is asked for and all can be read. */
export function prepareWeights(_seen: Scenario, { fields, options }: Sent): Fields {
  const typed = Object.entries(fields).filter(([name]) =>
    /^\/priorities\/criteria\/[^/]+\/weight$/.test(name),
  );
  const weights = typed.map(([, text]) => decimalOf(text));
  if (options[SHARE_WEIGHTS] !== "yes" || weights.some((weight) => weight === null)) return fields;
  const shared = shareWeights(weights as string[], "100");
  return { ...fields, ...Object.fromEntries(typed.map(([name], place) => [name, shared[place] ?? ""])) };
}

const weightPath = (id: string): string => `/priorities/criteria/${id}/weight`;

/** 100 less a weight, exactly: "12.5" leaves "87.5". */
function restOf(weight: string): string {
  const decimals = weight.split(".")[1]?.length ?? 0;
  const units = 100n * 10n ** BigInt(decimals) - BigInt(weight.replace(".", ""));
  const digits = String(units).padStart(decimals + 1, "0");
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

function decimalOf(typed: string | undefined): string | null {
  const read = readValue("quantity", typed ?? "");
  return read.ok && typeof read.value === "string" && !read.value.startsWith("-") ? read.value : null;
}
