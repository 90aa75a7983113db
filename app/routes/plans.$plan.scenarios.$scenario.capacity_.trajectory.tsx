import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { Evaluation } from "../../scenarios/model/evaluation";
import { atFields, ErrorSummary } from "../components/govuk";
import { ReportTable } from "../components/report/report-table";
import { TrajectoryForm } from "../components/report/trajectory-form";
import { requireScenario, scenarioHref, scenarioKeyOf, todayOf } from "../lib/scenario-route";
import { readTrajectory } from "../lib/trajectory-query";
import { type FormattedTable, formatTable } from "../reports/format-table";
import type { Aim, TrajectoryQuestion } from "../reports/trajectory";
import { buildTrajectoryTable, trajectorySentence } from "../reports/trajectory-table";

export async function loader(args: LoaderFunctionArgs) {
  const { evaluation } = await requireScenario(args);
  const back = `${scenarioHref(scenarioKeyOf(args))}/capacity`;
  const read = readTrajectory(evaluation, args.request, todayOf(args));
  return {
    back,
    form: read === null ? null : { choices: read.choices, values: read.values, faults: read.faults },
    answers: answersTo(evaluation, read?.question ?? null),
  };
}

function answersTo(evaluation: Evaluation, question: TrajectoryQuestion | null): readonly Answer[] {
  if (question === null) return [];
  return [answer(evaluation, question, "clear"), answer(evaluation, question, "wait")];
}

type Answer = { readonly sentence: string; readonly table: FormattedTable };

function answer(evaluation: Evaluation, question: TrajectoryQuestion, aim: Aim): Answer {
  return {
    sentence: trajectorySentence(evaluation, question, aim),
    table: formatTable(buildTrajectoryTable(evaluation, question, aim)),
  };
}

export default function TrajectoryPage() {
  const { back, form, answers } = useLoaderData<typeof loader>();
  const faults = atFields(form?.faults ?? {});
  return (
    <>
      {faults.length > 0 && <ErrorSummary errors={faults} description="Nothing was worked out." />}
      <h2 className="govuk-heading-l">Shorter waits</h2>
      <p className="govuk-body app-text">
        How much capacity clears a waiting list, or keeps the wait short, and by when to recruit.{" "}
        <a className="govuk-link" href={back}>
          Demand and capacity as they are planned
        </a>
      </p>
      {form === null ? <NoList /> : <TrajectoryForm {...form} />}
      {answers.map(({ sentence, table }) => (
        <section key={table.id} className="app-section" aria-labelledby={`${table.id}-heading`}>
          <h3 className="govuk-heading-m" id={`${table.id}-heading`}>
            {table.title}
          </h3>
          <p className="govuk-body app-text">{sentence}</p>
          <ReportTable table={{ ...table, title: `${table.title}, area by area` }} captionSize="s" />
        </section>
      ))}
    </>
  );
}

function NoList() {
  return (
    <p className="govuk-body app-text">
      No activity keeps a waiting list and has demand. Enter how many people need it in each area, and who
      waits at the start.
    </p>
  );
}
