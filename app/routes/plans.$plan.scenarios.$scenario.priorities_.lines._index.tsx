import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SavedNotice } from "../components/forms/save-answers";
import { EditTables } from "../components/grid/edit-tables";
import { OrderedParts } from "../components/priorities/ordered-parts";
import { PriorityPages } from "../components/priorities/priority-pages";
import { useSaves } from "../forms/use-saves";
import { orderedLines } from "../lib/ordered-parts";
import { notFound, requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { showList } from "../lib/shown-list";

export const meta: MetaFunction = () => [{ title: "Lines - Commissioning planner" }];

export async function loader(args: LoaderFunctionArgs) {
  const { scenario, evaluation, revision } = await requireScenario(args);
  if (scenario.priorities === undefined) throw notFound();
  const href = scenarioHref(scenarioKeyOf(args));
  const lines = showList(href, evaluation, "/priorities/lines");
  return {
    href,
    revision,
    order: orderedLines(href, scenario.priorities),
    // The form of a line has its levels too, with their costs and points.
    lists: [{ ...lines, editHref: `${href}/priorities/lines/` }],
  };
}

/** What can be funded: added, renamed, tied to each other, ordered and deleted. */
export default function PriorityLinesPage() {
  const { href, revision, lists, order } = useLoaderData<typeof loader>();
  const saving = useSaves({ href, revision });
  return (
    <>
      <SavedNotice />
      <PriorityPages />
      <span className="govuk-caption-l">Priorities</span>
      <h2 className="govuk-heading-l">Lines</h2>
      <EditTables lists={lists} isNamedAbove {...saving} />
      {order !== null && (
        <>
          <OrderedParts {...order} />
          <p className="govuk-body app-text">
            Tables, sheets and papers show the lines in this order. Of equally good plans it decides nothing.
          </p>
        </>
      )}
    </>
  );
}
