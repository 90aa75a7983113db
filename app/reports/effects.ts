import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Id } from "../../scenarios/model/identifiers";
import { type Pence, sumPence } from "../../scenarios/model/money";
import { formatCell } from "./format-table";
import { changeWords } from "./key-figure-changes";
import { buildKeyFigures, WORST_WAIT } from "./key-figures";
import { namesOf } from "./names";
import { buildNotices, type Notice } from "./notices";
import { type CellKind, type CellValue, cellValue } from "./report-table";
import { withoutService, worstWait } from "./waits";

/** What an edit or a deletion does to a scenario: nothing but what moves, as text. */
export type Effects = {
  readonly figures: readonly MovedFigure[];
  /** What has to be known with it, what is so still but to another extent, and what needs no more attention. */
  readonly appears: readonly MovedNotice[];
  readonly moves: readonly MovedNotice[];
  readonly goes: readonly MovedNotice[];
};

export type MovedFigure = {
  readonly id: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
  /** "£12,000.00 more"; why it only looks better; nothing where there is no difference to count. */
  readonly change: string | null;
};

export type MovedNotice = Pick<Notice, "id" | "text">;

/** The figures and the notices in which one evaluation differs from another, in the order in which a board asks. */
export function buildEffects(before: Evaluation, after: Evaluation): Effects {
  const [had, has] = [noticesOf(before), noticesOf(after)];
  return {
    figures: movedFigures(figuresOf(before), figuresOf(after)).map((figure) =>
      figure.id === WORST_WAIT ? { ...figure, change: waitThatEnds(before, after) ?? figure.change } : figure,
    ),
    appears: has.filter((notice) => sameIn(had, notice) === undefined),
    moves: has.filter((notice) => (sameIn(had, notice)?.text ?? notice.text) !== notice.text),
    goes: had.filter((notice) => sameIn(has, notice) === undefined),
  };
}

/**
 * Where the longest wait is shorter because the service has no capacity any more: who waits there waits without end, and no
 * weeks can be counted. Null where it is shorter for another reason.
 */
function waitThatEnds(before: Evaluation, after: Evaluation): string | null {
  const longest = worstWait(before);
  if (longest === null || longest.weeks < (worstWait(after)?.weeks ?? 0)) return null;
  const without = withoutService(after).filter(({ activity }) => activity === longest.activity);
  if (!without.some(({ area }) => area === longest.area)) return null;
  const names = namesOf(after.scenario);
  const where = without.length === 1 ? names.area(longest.area) : `${without.length} areas`;
  return `No improvement: there is then no capacity for ${names.activity(longest.activity)} in ${where}, so no wait is counted there.`;
}

/** Whether an edit does anything that a page would show. */
export const isEffect = ({ figures, appears, moves, goes }: Effects): boolean =>
  figures.length + appears.length + moves.length + goes.length > 0;

type Figure = {
  readonly id: string;
  readonly label: string;
  readonly kind: CellKind;
  readonly value: CellValue;
};

/** The headline figures, then what each district contributes. */
function figuresOf(evaluation: Evaluation): readonly Figure[] {
  const { organisation } = namesOf(evaluation.scenario);
  return [
    ...buildKeyFigures(evaluation).map(({ id, label, kind, value }) => ({
      ...{ id, label, kind },
      value: cellValue(value),
    })),
    ...[...contributionsOf(evaluation)].map(
      ([id, value]): Figure => ({
        ...{ id: `contribution-${id}`, label: `Contribution of ${organisation(id)}`, kind: "money" },
        value,
      }),
    ),
  ];
}

/** What each member of the rounds pays over the horizon, by organisation. */
function contributionsOf({ contributions }: Evaluation): ReadonlyMap<Id, Pence> {
  const members = [...contributions.values()].flatMap((round) => round.members);
  return new Map(
    members.map(({ organisation }) => [
      organisation,
      sumPence(members.filter((one) => one.organisation === organisation).map(({ total }) => total)),
    ]),
  );
}

/** Those of which the text moves; a figure that only one of the two has reads "none" in the other. */
function movedFigures(before: readonly Figure[], after: readonly Figure[]): MovedFigure[] {
  const [had, has] = [byId(before), byId(after)];
  const both = [...after, ...before.filter(({ id }) => !has.has(id))];
  return both.flatMap(({ id, label, kind }): MovedFigure[] => {
    const [was, is] = [had.get(id)?.value ?? null, has.get(id)?.value ?? null];
    const [one, other] = [wordsOf(was, kind), wordsOf(is, kind)];
    return one === other
      ? []
      : [{ id, label, before: one, after: other, change: changeWords(was, is, kind) }];
  });
}

const byId = (figures: readonly Figure[]): ReadonlyMap<string, Figure> =>
  new Map(figures.map((figure) => [figure.id, figure]));

const wordsOf = (value: CellValue, kind: CellKind): string =>
  value === null ? "none" : formatCell(value, kind);

const noticesOf = (evaluation: Evaluation): MovedNotice[] =>
  buildNotices(evaluation).map(({ id, text, path }) => ({ id: path === undefined ? id : text, text }));

/** What says the same of the other scenario. A warning of the document is told by its text: its number moves. */
const sameIn = (others: readonly MovedNotice[], { id }: MovedNotice): MovedNotice | undefined =>
  others.find((other) => other.id === id);
