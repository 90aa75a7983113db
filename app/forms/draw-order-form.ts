import { inDrawOrder } from "../../scenarios/model/draw-order";
import type { Scenario } from "../../scenarios/model/scenario";
import { namesOf } from "../reports/names";
import type { FieldGroup } from "./field-group";
import { showField } from "./fields";
import { readValue } from "./read-value";
import type { Submission } from "./submission";

export const DRAW_ORDER_CHANGE = "Order in which services draw on funding";

type Fields = Submission["fields"];

/** Every provision with its number, in the order in which they draw now; where none is chosen yet, as they draw anyhow. */
export function drawOrderForm(scenario: Scenario): FieldGroup {
  const names = namesOf(scenario);
  const inOrder = inDrawOrder(scenario.provisions);
  const isChosen = inOrder.some(({ drawOrder }) => drawOrder !== undefined);
  const fields = inOrder.map((provision, place) => {
    const field = showField(scenario, fieldName(provision.id));
    return { ...field, label: provision.name, value: isChosen ? field.value : `${place + 1}` };
  });
  return {
    id: "order",
    legend: "Who draws first",
    isOrder: true,
    fields,
    hints: Object.fromEntries(
      inOrder.map(({ id, funding = [] }) => [
        fieldName(id),
        funding.length === 0
          ? "No agreed money"
          : [...new Set(funding.map(({ source }) => names.source(source)))].join(", "),
      ]),
    ),
  };
}

/**
 * The whole numbers 1, 2, 3 … that typed numbers stand for. Where somebody typed the number that another has, the one that
 * was moved stands there: before the other if it came up, after it if it went down. What is emptied has no number.
 *
 * Example: of 1, 2, 3 the last is typed as 1: it is 1 and the others are 2 and 3.
 */
export function renumber(before: readonly string[], fields: Fields): Fields {
  const numbered = before.flatMap((name, place) => {
    const typed = fields[name] ?? "";
    const read = readValue("whole", typed);
    const number = read.ok && typeof read.value === "number" ? read.value : null;
    return number === null ? [] : [{ name, place, number, rank: rankOf(number, place + 1) }];
  });
  // What cannot be read is refused where it was typed; until then nothing else moves.
  if (before.some((name) => (fields[name] ?? "").trim() !== "" && !numbered.some((one) => one.name === name)))
    return fields;
  const inOrder = numbered.toSorted(
    (one, other) => one.number - other.number || one.rank - other.rank || one.place - other.place,
  );
  return { ...fields, ...Object.fromEntries(inOrder.map(({ name }, place) => [name, `${place + 1}`])) };
}

/** Came up, stayed, went down: in this order where the number is the same. */
const rankOf = (number: number, before: number): number => Math.sign(number - before);

/** The fields of the form in their numbers: what is saved. */
export function prepareDrawOrder(seen: Scenario, { fields }: { readonly fields: Fields }): Fields {
  return renumber(
    drawOrderForm(seen)
      .fields.map(({ name }) => name)
      .filter((name) => name in fields),
    fields,
  );
}

const fieldName = (provision: string): string => `/provisions/${provision}/drawOrder`;
