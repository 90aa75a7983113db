import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { KeyFigures } from "../components/report/key-figures";
import { ReportTable } from "../components/report/report-table";
import { WideTable } from "../components/report/wide-table";
import { type ExplainedInput, explainInputs } from "../lib/explained-inputs";
import { notFound, requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { explainHref } from "../lib/shown-table";
import { explainAt } from "../reports/explain/explain";
import { formatCell, formatTable } from "../reports/format-table";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data === undefined ? "Error" : data.title} - Commissioning planner` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { scenario, evaluation, revision } = await requireScenario(args);
  const explanation = explainAt(evaluation, args.params["*"] ?? "");
  if (explanation === null) throw notFound();
  const key = scenarioKeyOf(args);
  const href = scenarioHref(key);
  const history = (await args.context.services.loadHistory(key)) ?? [];
  const { title, value, kind, rule, parts, workings, inputs } = explanation;
  const note = `Of revision ${revision}, as saved.`;
  return {
    title,
    rule,
    note,
    figure:
      value === null ? null : { id: "figure", label: "The figure", value: formatCell(value, kind), note },
    parts: parts.map(({ id, label, value: part, to }) => ({
      id,
      label,
      value: formatCell(part, kind),
      href: to === undefined ? undefined : explainHref(href, to),
    })),
    sum: formatCell(value, kind),
    workings: workings.map((table) => formatTable(table)),
    inputs: explainInputs(scenario, inputs, { history, href }),
  };
}

export default function ExplainPage() {
  const { title, rule, note, figure, parts, sum, workings, inputs } = useLoaderData<typeof loader>();
  return (
    <>
      <span className="govuk-caption-l">How this figure comes about</span>
      <h2 className="govuk-heading-l">{title}</h2>
      {figure === null ? <p className="govuk-body">{note}</p> : <KeyFigures figures={[figure]} />}
      <h3 className="govuk-heading-m">The rule</h3>
      {rule.map((sentence) => (
        <p key={sentence} className="govuk-body app-text">
          {sentence}
        </p>
      ))}
      {parts.length > 0 && <Parts parts={parts} sum={sum} />}
      {workings.map((table) => (
        <ReportTable key={table.id} table={table} />
      ))}
      {inputs.length > 0 && <Inputs inputs={inputs} />}
    </>
  );
}

type PartsProps = Pick<ReturnType<typeof useLoaderData<typeof loader>>, "parts" | "sum">;

function Parts({ parts, sum }: PartsProps) {
  return (
    <table className="govuk-table app-explain__parts">
      <caption className="govuk-table__caption govuk-table__caption--m">What it adds up from</caption>
      <tbody className="govuk-table__body">
        {parts.map(({ id, label, value, href }) => (
          <tr key={id} className="govuk-table__row">
            <th scope="row" className="govuk-table__header app-explain__part">
              {href === undefined ? (
                label
              ) : (
                <a className="govuk-link" href={href}>
                  {label}
                </a>
              )}
            </th>
            <td className="govuk-table__cell govuk-table__cell--numeric">{value}</td>
          </tr>
        ))}
      </tbody>
      <tfoot className="app-report__foot">
        <tr className="govuk-table__row">
          <th scope="row" className="govuk-table__header">
            Together
          </th>
          <td className="govuk-table__cell govuk-table__cell--numeric">{sum}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function Inputs({ inputs }: { readonly inputs: readonly ExplainedInput[] }) {
  return (
    <WideTable
      id="inputs-caption"
      caption="What it rests on"
      head={["Input", "Value", "Where from", "Last changed"]}
    >
      {inputs.map(({ name, label, value, source, changed, href }) => (
        <tr key={name} className="govuk-table__row">
          <th scope="row" className="govuk-table__header">
            {href === undefined ? (
              label
            ) : (
              <a className="govuk-link" href={href}>
                {label}
                <span className="govuk-visually-hidden">: change it</span>
              </a>
            )}
          </th>
          <td className="govuk-table__cell">{value}</td>
          <td className="govuk-table__cell app-report__sentence">
            {source === "" ? "No source noted" : source}
          </td>
          <td className="govuk-table__cell app-report__sentence">
            {changed === "" ? "Not since the scenario was made" : changed}
          </td>
        </tr>
      ))}
    </WideTable>
  );
}
