import type { Evaluation } from "../model/evaluation";
import type { Id } from "../model/identifiers";
import type { Provision, Scenario } from "../model/scenario";

/** What a step reads of a document: fields of the document, and of its provisions perhaps only some fields. */
export type Reads = readonly (keyof Scenario | { readonly provisions: readonly (keyof Provision)[] })[];

/**
 * Steps of an evaluation that take over what an earlier one has, where that still holds. Edits leave everything else of
 * a document the very same (`applyOperations`): what rests on nothing else need not be worked out again.
 */
export class TakeOver {
  readonly #scenario: Scenario;
  readonly #before: Evaluation | undefined;

  constructor(scenario: Scenario, before: Evaluation | undefined) {
    this.#scenario = scenario;
    this.#before = before;
  }

  /** The earlier evaluation, if the step reads the very same there. */
  where(reads: Reads): Evaluation | undefined {
    const [now, before] = [this.#scenario, this.#before?.scenario];
    if (before === undefined) return undefined;
    const isSame = reads.every((read) =>
      typeof read === "string"
        ? now[read] === before[read]
        : sameIn(read.provisions, now.provisions, before.provisions),
    );
    return isSame ? this.#before : undefined;
  }

  /** A part that is worked out as a whole. */
  whole<Part extends keyof Evaluation>(
    part: Part,
    reads: Reads,
    work: () => Evaluation[Part],
  ): () => Evaluation[Part] {
    return () => {
      const before = this.where(reads);
      return before === undefined ? work() : before[part];
    };
  }

  /** By id what follows from each element of a list and from what else the step reads. */
  each<List extends "provisions" | "contributions", Value>(
    list: List,
    reads: Reads,
    valuesOf: (evaluation: Evaluation) => ReadonlyMap<Id, Value>,
    work: (element: Element<List>) => Value,
  ): () => ReadonlyMap<Id, Value> {
    return () => {
      const before = this.where(reads);
      const known = new Set<Element<List>>(before === undefined ? [] : elementsOf(before.scenario, list));
      const values = before === undefined || known.size === 0 ? undefined : valuesOf(before);
      return new Map(
        elementsOf(this.#scenario, list).map((element) => [
          element.id,
          (known.has(element) ? values?.get(element.id) : undefined) ?? work(element),
        ]),
      );
    };
  }
}

type Element<List extends "provisions" | "contributions"> = NonNullable<Scenario[List]>[number];

function elementsOf<List extends "provisions" | "contributions">(
  scenario: Scenario,
  list: List,
): readonly Element<List>[] {
  return scenario[list] ?? [];
}

/** Whether provisions say the same in some of their fields. */
function sameIn(
  fields: readonly (keyof Provision)[],
  some: readonly Provision[],
  others: readonly Provision[],
): boolean {
  return (
    some.length === others.length &&
    some.every((one, place) => {
      const other = others[place];
      return one === other || fields.every((field) => one[field] === other?.[field]);
    })
  );
}
