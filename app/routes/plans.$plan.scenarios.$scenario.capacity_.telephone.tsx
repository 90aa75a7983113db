import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { atFields, ErrorSummary } from "../components/govuk";
import { ReportTable } from "../components/report/report-table";
import { TelephoneForm } from "../components/report/telephone-form";
import { requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { readTelephone } from "../lib/telephone-query";
import { formatTable } from "../reports/format-table";
import { buildTelephoneTable, telephoneSentence } from "../reports/telephone";

export async function loader(args: LoaderFunctionArgs) {
  await requireScenario(args);
  const { question, ...form } = readTelephone(args.request);
  return {
    back: `${scenarioHref(scenarioKeyOf(args))}/capacity`,
    form,
    answer:
      question === null
        ? null
        : { sentence: telephoneSentence(question), table: formatTable(buildTelephoneTable(question)) },
  };
}

export default function TelephonePage() {
  const { back, form, answer } = useLoaderData<typeof loader>();
  const faults = atFields(form.faults);
  return (
    <>
      {faults.length > 0 && <ErrorSummary errors={faults} description="Nothing was worked out." />}
      <h2 className="govuk-heading-l">Staffing a telephone line</h2>
      <p className="govuk-body app-text">
        How many people have to answer at the same time so that few callers wait, and what staff that takes.
        Nothing here changes the plan.{" "}
        <a className="govuk-link" href={back}>
          Demand and capacity as they are planned
        </a>
      </p>
      <TelephoneForm {...form} />
      {answer !== null && (
        <>
          <p className="govuk-body app-text">
            <strong>{answer.sentence}</strong>
          </p>
          <ReportTable table={answer.table} captionSize="s" stacks />
          <p className="govuk-body-s app-text">
            Calls are taken to come at random, evenly over the hour, and to vary in length as calls do (Erlang
            C; with callers who hang up, Erlang A). A line that is fuller in the evening needs more people
            then.
          </p>
        </>
      )}
    </>
  );
}
