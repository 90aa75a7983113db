import type { Evaluation } from "../../scenarios/model/evaluation";
import type { ContributionRound } from "../../scenarios/model/scenario";
import { sharesChart } from "../charts/shares";
import type { MemberFigure } from "../components/forms/round-form";
import { formatFigures } from "../lib/key-figures";
import { showTable } from "../lib/shown-table";
import { askedCell, buildContributionsTable, roundOf } from "../reports/contributions";
import { buildOtherBasesTable } from "../reports/contributions-bases";
import { buildBenefitTable, buildFairnessTable, buildTodayTable } from "../reports/contributions-fair";
import { buildIfOthersDeclineTable, buildOneLeavesTable } from "../reports/contributions-others";
import { buildPotTable } from "../reports/contributions-pot";
import { type FormattedTable, formatDateWords } from "../reports/format-table";
import { namesOf } from "../reports/names";
import { cellValue } from "../reports/report-table";
import { buildRoundFigures } from "../reports/round-figures";
import { choiceWords, declineRuleSentence } from "../reports/words";
import type { PageRequest } from "./page-request";

/** What came of every round of contributions. */
export function showContributions({ evaluation, href }: PageRequest) {
  return {
    rounds: (evaluation.scenario.contributions ?? []).map((round) => showRound(evaluation, round, href)),
  };
}

function showRound(evaluation: Evaluation, round: ContributionRound, href: string) {
  const shares = sharesFigure(evaluation, round, href);
  return {
    id: round.id,
    name: round.name,
    about: aboutRound(evaluation, round),
    figures: formatFigures(buildRoundFigures(evaluation, round.id), href),
    beside: figuresBeside(shares.table),
    shares,
    tables: TABLES.map((build) => build(evaluation, round.id))
      .filter(({ rows }) => rows.length > 0)
      .map((table) => showTable(href, table)),
  };
}

/** How the pot is met, what happens if others decline, the same pot on other bases, and who benefits. */
const TABLES = [
  buildPotTable,
  buildIfOthersDeclineTable,
  buildOneLeavesTable,
  buildOtherBasesTable,
  buildTodayTable,
  buildBenefitTable,
  buildFairnessTable,
];

function aboutRound({ scenario }: Evaluation, round: ContributionRound): string {
  const names = namesOf(scenario);
  const period = `${formatDateWords(round.from)} to ${formatDateWords(round.to)}`;
  const rule = round.pot === undefined ? "" : ` ${declineRuleSentence(round, names)}`;
  return `To ${names.provision(round.provision)}, ${period}.${rule}`;
}

/** What stands beside each choice, in the words and figures of the table of shares. */
function figuresBeside({ columns, rows }: FormattedTable): Readonly<Record<string, readonly MemberFigure[]>> {
  const shown = ["asked", "total", "change"];
  return Object.fromEntries(
    rows.map(({ id, cells }) => [
      id,
      columns.flatMap(({ id: column, label }, place) =>
        shown.includes(column) ? [{ id: column, label, text: cells[place]?.text ?? "" }] : [],
      ),
    ]),
  );
}

function sharesFigure(evaluation: Evaluation, round: ContributionRound, href: string) {
  const { outcome } = roundOf(evaluation, round.id);
  const { organisation } = namesOf(evaluation.scenario);
  const caption = `What each district of ${round.name} pays over the period, beside what it is asked for if all join.`;
  const bars = outcome.members.map((member) => {
    const asked = cellValue(askedCell(member, round));
    return {
      name: organisation(member.organisation),
      pays: member.total,
      asked: typeof asked === "bigint" ? asked : null,
      remark: member.takesShare ? undefined : choiceWords(member.choice).toLowerCase(),
    };
  });
  return {
    caption,
    svg: sharesChart(bars, {
      id: `shares-${round.id}`,
      title: `Shares of ${round.name}`,
      description: caption,
    }),
    ...showTable(href, buildContributionsTable(evaluation, round.id)),
  };
}
