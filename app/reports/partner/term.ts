import type { Index } from "../../../scenarios/model/scenario";
import { known } from "../table-parts";
import type { Cell, ReportRow, ReportTable } from "../report-table";
import type { Offer, OfferedRound } from "./offer";
import { scenarioCell, scenarioColumn } from "./parts";
import type { PartnerPart } from "./partner-section";
import { formatDateWords } from "../format-table";

/** How long the partner would be bound, how the share rises, and how the contract can end or go on. */
export function buildTerm(offers: readonly Offer[]): PartnerPart {
  const asking = offers.flatMap((offer) => offer.rounds.map((round) => ({ offer, round })));
  if (asking.length === 0) return { sentences: ["These scenarios bind you to no payment."] };
  return {
    sentences: [
      "The dates are those of the contributions and of the contract that they pay for. What the plan does not say stands as not stated: ask before you decide.",
    ],
    tables: [
      {
        id: "partner-term",
        title: "Term, rises and exit",
        columns: [
          { id: "contract", label: "Contract", kind: "text" },
          ...scenarioColumn(offers),
          { id: "start", label: "Contract starts", kind: "date" },
          { id: "end", label: "Contract ends", kind: "date" },
          { id: "from", label: "You pay from", kind: "date" },
          { id: "to", label: "You pay to", kind: "date" },
          { id: "rises", label: "How the share rises", kind: "text" },
          { id: "extensions", label: "May be extended by", kind: "text" },
          { id: "notice", label: "Notice", kind: "text" },
        ],
        rows: asking.map(({ offer, round }): ReportRow => termRow(offers, offer, round)),
      } satisfies ReportTable,
    ],
  };
}

const NOT_STATED: Cell = { value: null, words: "Not stated" };

function termRow(offers: readonly Offer[], offer: Offer, { round }: OfferedRound): ReportRow {
  const { scenario } = offer.evaluation;
  const provision = known(
    scenario.provisions.find(({ id }) => id === round.provision),
    `the provision ${round.provision}`,
  );
  const { extensions = [], noticeMonths } = provision;
  return {
    id: `${scenario.id}-${round.id}`,
    cells: [
      provision.name,
      ...scenarioCell(offers, offer),
      provision.start,
      provision.end,
      round.from,
      round.to,
      risesWords(round, scenario.indexes ?? []),
      extensions.length === 0
        ? NOT_STATED
        : extensions.map(({ months }) => monthsWords(months)).join(", then "),
      noticeMonths === undefined ? NOT_STATED : monthsWords(noticeMonths),
    ],
  };
}

function risesWords({ pot }: OfferedRound["round"], indexes: readonly Index[]): Cell {
  if (pot === undefined) return NOT_STATED;
  const index = indexes.find(({ id }) => id === pot.index);
  if (index === undefined) return "Does not rise";
  return `With ${index.name}${pot.firstUplift === undefined ? "" : ` from ${formatDateWords(pot.firstUplift)}`}`;
}

function monthsWords(months: number): string {
  return `${months} ${months === 1 ? "month" : "months"}`;
}
