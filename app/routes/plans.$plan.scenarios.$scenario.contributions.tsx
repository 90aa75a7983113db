import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { ContributionRound } from "../../scenarios/model/scenario";
import { sharesChart } from "../charts/shares";
import { type MemberFigure, RoundForm } from "../components/forms/round-form";
import { SavedNotice } from "../components/forms/save-answers";
import { InsetText } from "../components/govuk";
import { Figure } from "../components/report/figure";
import { KeyFigures } from "../components/report/key-figures";
import { ReportTable } from "../components/report/report-table";
import { roundForm } from "../forms/round-form";
import type { SaveAnswer } from "../forms/save-answer";
import { answerForm } from "../forms/save-form.server";
import { useSaves } from "../forms/use-saves";
import { formatFigures } from "../lib/key-figures";
import { requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { showTable } from "../lib/shown-table";
import { askedCell, buildContributionsTable, roundOf } from "../reports/contributions";
import { buildOtherBasesTable } from "../reports/contributions-bases";
import { buildIfOthersDeclineTable } from "../reports/contributions-others";
import { buildPotTable } from "../reports/contributions-pot";
import { formatDateWords, formatTable } from "../reports/format-table";
import { namesOf } from "../reports/names";
import { cellValue } from "../reports/report-table";
import { buildRoundFigures } from "../reports/round-figures";
import { choiceWords, declineRuleSentence } from "../reports/words";

export async function loader(args: LoaderFunctionArgs) {
  const { scenario, evaluation, revision } = await requireScenario(args);
  const href = scenarioHref(scenarioKeyOf(args));
  const rounds = (scenario.contributions ?? []).map((round) => ({
    id: round.id,
    name: round.name,
    about: aboutRound(evaluation, round),
    figures: formatFigures(buildRoundFigures(evaluation, round.id)),
    form: roundForm(scenario, round),
    beside: figuresBeside(evaluation, round),
    shares: sharesFigure(evaluation, round, href),
    tables: [buildPotTable, buildIfOthersDeclineTable, buildOtherBasesTable].map((build) =>
      showTable(href, build(evaluation, round.id)),
    ),
  }));
  return { href, revision, rounds };
}

export const action = (args: ActionFunctionArgs): Promise<Response> =>
  answerForm(args, (href) => `${href}/contributions`);

export default function ContributionsPage() {
  const { href, revision, rounds } = useLoaderData<typeof loader>();
  const { saves, dispatch } = useSaves({ href, revision });
  const answer = useActionData<SaveAnswer>();
  const [search] = useSearchParams();
  return (
    <>
      <SavedNotice saved={search.get("saved")} />
      <h2 className="govuk-heading-l">Contributions</h2>
      {rounds.length === 0 && <InsetText>This scenario asks no districts for a contribution.</InsetText>}
      {rounds.map(({ id, name, about, figures, form, beside, shares, tables }) => (
        <section key={id} id={id} aria-labelledby={`${id}-heading`}>
          <h3 className="govuk-heading-m" id={`${id}-heading`}>
            {name}
          </h3>
          <p className="govuk-body app-text">{about}</p>
          <KeyFigures figures={figures} />
          <RoundForm
            round={form}
            figures={beside}
            workingHref={(member) => `${href}/contributions/${id}/${member}`}
            {...{ revision, answer, saves, dispatch }}
          />
          <Figure {...shares} />
          {tables.map((table) => (
            <ReportTable key={table.table.id} {...table} />
          ))}
        </section>
      ))}
    </>
  );
}

function aboutRound({ scenario }: Evaluation, round: ContributionRound): string {
  const names = namesOf(scenario);
  const period = `${formatDateWords(round.from)} to ${formatDateWords(round.to)}`;
  const rule = round.pot === undefined ? "" : ` ${declineRuleSentence(round, names)}`;
  return `To ${names.provision(round.provision)}, ${period}.${rule}`;
}

/** What stands beside each choice, in the words and figures of the table below. */
function figuresBeside(
  evaluation: Evaluation,
  round: ContributionRound,
): Readonly<Record<string, readonly MemberFigure[]>> {
  const { columns, rows } = formatTable(buildContributionsTable(evaluation, round.id));
  const shown = ["asked", "total", "change"];
  return Object.fromEntries(
    rows.map(({ id, cells }) => [
      id,
      columns.flatMap(({ id: column, label }, place) =>
        shown.includes(column) ? [{ label, text: cells[place]?.text ?? "" }] : [],
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
