import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { InsetText } from "../components/govuk";
import { ReportTable } from "../components/report/report-table";
import { notFound, requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { formatTable } from "../reports/format-table";
import { namesOf } from "../reports/names";
import { buildShareWorking } from "../reports/share-working";
import { choiceWords } from "../reports/words";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data === undefined ? "Error" : `Working of ${data.name}`} - Commissioning planner` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { scenario, evaluation } = await requireScenario(args);
  const round = scenario.contributions?.find(({ id }) => id === args.params["round"]);
  const member = round?.members.find(({ organisation }) => organisation === args.params["organisation"]);
  if (round === undefined || member === undefined) throw notFound();
  const working = buildShareWorking(evaluation, round.id, member.organisation);
  return {
    name: namesOf(scenario).organisation(member.organisation),
    round: round.name,
    choice: choiceWords(member.choice),
    among: working?.among,
    tables: (working?.tables ?? []).map(formatTable),
    back: `${scenarioHref(scenarioKeyOf(args))}/contributions#${round.id}`,
  };
}

export default function WorkingPage() {
  const { name, round, choice, among, tables, back } = useLoaderData<typeof loader>();
  return (
    <>
      <span className="govuk-caption-l">{round}</span>
      <h2 className="govuk-heading-l">How the share of {name} is worked out</h2>
      <p className="govuk-body app-text">
        Its choice is “{choice}”. {among}
      </p>
      {tables.length === 0 && <InsetText>No share is worked out by a formula here.</InsetText>}
      {tables.map((table) => (
        <ReportTable key={table.id} table={table} />
      ))}
      <p className="govuk-body">
        <a className="govuk-link" href={back}>
          Back to the contributions
        </a>
      </p>
    </>
  );
}
