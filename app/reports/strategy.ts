import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Id } from "../../scenarios/model/identifiers";
import { sumPence } from "../../scenarios/model/money";
import type { Commitment, Provision } from "../../scenarios/model/scenario";
import { formatPounds } from "./format-table";
import { joinWords } from "./names";
import type { Cell, ReportColumn, ReportTable } from "./report-table";
import { horizonWords } from "./table-parts";
import { COMMITMENT_STATES, commitmentStateWords } from "./words";

const COMMITMENT_COLUMNS: readonly ReportColumn[] = [
  { id: "commitment", label: "Commitment", kind: "text" },
  { id: "objective", label: "Objective", kind: "text" },
  { id: "state", label: "State", kind: "text" },
  { id: "provisions", label: "Provisions behind it", kind: "text" },
  { id: "cost", label: "Their cost", kind: "money" },
  { id: "note", label: "Note", kind: "text" },
];

/** What was promised, how far it is, and the money behind it: the cost of the provisions that name it. */
export function buildCommitmentsTable(evaluation: Evaluation): ReportTable {
  const { commitments = [], objectives = [] } = evaluation.scenario;
  const objectiveNames = new Map(objectives.map(({ id, name }) => [id, name]));
  return {
    id: "commitments",
    title: "Commitments and the money behind them",
    note: periodNote(
      evaluation,
      "The money is what the provisions that name a commitment cost, as a whole. A provision that names several counts for each, so the amounts are not added.",
    ),
    columns: COMMITMENT_COLUMNS,
    rows: commitments.map((commitment) => {
      const provisions = provisionsBehind(evaluation, [commitment]);
      return {
        id: commitment.id,
        cells: [
          commitment.name,
          objectiveNames.get(commitment.objective ?? "") ?? missing("None"),
          commitmentStateWords(commitment),
          provisions.length === 0 ? missing("None") : provisions.map(({ name }) => name).join("; "),
          costCell(evaluation, provisions),
          noteOf(evaluation, commitment),
        ],
      };
    }),
  };
}

const OBJECTIVE_COLUMNS: readonly ReportColumn[] = [
  { id: "objective", label: "Objective", kind: "text" },
  { id: "commitments", label: "Commitments", kind: "whole" },
  { id: "states", label: "Their states", kind: "text" },
  { id: "provisions", label: "Provisions behind them", kind: "whole" },
  { id: "cost", label: "Cost of the provisions", kind: "money" },
];

/** What the strategy is for, and how much of it is promised, reached and paid for. */
export function buildObjectivesTable(evaluation: Evaluation): ReportTable {
  const { objectives = [] } = evaluation.scenario;
  return {
    id: "objectives",
    title: "Objectives",
    note: periodNote(
      evaluation,
      "A provision counts once for each objective that it serves through a commitment, so the amounts are not added.",
    ),
    columns: OBJECTIVE_COLUMNS,
    rows: objectives.map(({ id, name }) => {
      const commitments = commitmentsOf(evaluation, id);
      const provisions = provisionsBehind(evaluation, commitments);
      return {
        id,
        cells: [
          name,
          commitments.length,
          commitments.length === 0 ? missing("No commitment") : statesWords(commitments),
          provisions.length,
          costCell(evaluation, provisions),
        ],
      };
    }),
  };
}

/** Which provisions lack a price is said in their own rows. */
function periodNote(evaluation: Evaluation, sentence: string): string {
  return `${horizonWords(evaluation)}, in pounds, net of recoverable VAT. ${sentence}`;
}

/** What a scrutiny member would ask about, as sentences: promises without money, aims without a promise, and green that goes on. */
export function strategySentences(evaluation: Evaluation): readonly string[] {
  const { objectives = [], commitments = [] } = evaluation.scenario;
  const unpromised = objectives.filter(({ id }) => commitmentsOf(evaluation, id).length === 0);
  const unpaid = withoutMoney(evaluation, commitments);
  const continuing = commitments.filter(({ state, continuing }) => state === "green" && continuing === true);
  const notStarted = commitments.filter(({ state }) => state === "not-started");
  return [
    ...sentence("Objectives that no commitment serves:", unpromised),
    ...sentence("No money is shown, because no provision names them, behind", unpaid),
    ...sentence("Promised and not yet started:", notStarted),
    ...sentence("Green but continuing, so not closed:", continuing),
  ];
}

/** Those behind which no money is shown: no provision names them. */
export function withoutMoney(
  evaluation: Evaluation,
  commitments: readonly Commitment[],
): readonly Commitment[] {
  return commitments.filter((one) => provisionsBehind(evaluation, [one]).length === 0);
}

function sentence(begins: string, things: readonly { readonly name: string }[]): string[] {
  if (things.length === 0) return [];
  return [`${begins} ${joinWords(things.map(({ name }) => `“${name}”`))}.`];
}

function commitmentsOf({ scenario }: Evaluation, objective: Id): readonly Commitment[] {
  return (scenario.commitments ?? []).filter((commitment) => commitment.objective === objective);
}

/** The provisions that name one of the commitments, or the one that it is the same as; each once. */
function provisionsBehind(
  { scenario }: Evaluation,
  commitments: readonly Commitment[],
): readonly Provision[] {
  const ids = commitments.flatMap(({ id, sameAs }) => (sameAs === undefined ? [id] : [id, sameAs]));
  return scenario.provisions.filter((provision) => provision.commitments?.some((id) => ids.includes(id)));
}

/** An amount that lacks a price says so; nothing behind it is not the same as nothing to pay. */
function costCell({ costs }: Evaluation, provisions: readonly Provision[]): Cell {
  if (provisions.length === 0) return missing("No money");
  const own = provisions.flatMap(({ id }) => costs.get(id) ?? []);
  const sum = sumPence(own.map(({ total }) => total));
  const unknown = own.filter(({ priceKnown }) => !priceKnown).length;
  if (unknown === 0) return sum;
  if (unknown === own.length) return missing("Not known");
  return { value: sum, words: `${formatPounds(sum)}, without ${unknown} not known`, tone: "warn" };
}

function noteOf({ scenario }: Evaluation, { note, sameAs }: Commitment): Cell {
  const same = scenario.commitments?.find(({ id }) => id === sameAs);
  const words = [
    ...(note === undefined ? [] : [note]),
    ...(same === undefined ? [] : [`The same as “${same.name}”`]),
  ];
  return words.length === 0 ? null : words.join(". ");
}

/** "1 amber, 2 green" */
function statesWords(commitments: readonly Commitment[]): string {
  const states = Object.keys(COMMITMENT_STATES) as Commitment["state"][];
  return states
    .map((state) => ({ state, count: commitments.filter((one) => one.state === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${count} ${COMMITMENT_STATES[state].toLowerCase()}`)
    .join(", ");
}

function missing(words: string): Cell {
  return { value: null, words, tone: "warn" };
}
