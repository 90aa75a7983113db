import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { SavedNotice } from "../components/forms/save-answers";
import { NotificationBanner } from "../components/govuk";
import { EditTables } from "../components/grid/edit-tables";
import { OrderedParts } from "../components/priorities/ordered-parts";
import { useSaves } from "../forms/use-saves";
import { orderedLines } from "../lib/ordered-parts";
import { notFound, requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { showList } from "../lib/shown-list";

export const meta: MetaFunction = () => [{ title: "Lines, budgets and fairness - Commissioning planner" }];

export async function loader(args: LoaderFunctionArgs) {
  const { scenario, evaluation, revision } = await requireScenario(args);
  if (scenario.priorities === undefined) throw notFound();
  const href = scenarioHref(scenarioKeyOf(args));
  const lines = showList(href, evaluation, "/priorities/lines");
  return {
    href,
    revision,
    orders: orderedLines(href, scenario.priorities),
    // The form of a line has its levels too, with their costs and points.
    lists: [
      { ...lines, editHref: `${href}/priorities/lines/` },
      showList(href, evaluation, "/priorities/budgets"),
      showList(href, evaluation, "/priorities/equity"),
    ],
  };
}

/** What can be funded, and from what: added, renamed, tied to each other and deleted. */
export default function PriorityLinesPage() {
  const { href, revision, lists, orders } = useLoaderData<typeof loader>();
  const saving = useSaves({ href, revision });
  const [search] = useSearchParams();
  return (
    <>
      <SavedNotice saved={search.get("saved")} />
      {search.get("begun") === "before" && (
        <NotificationBanner type="important">
          Somebody else has just begun this prioritisation: these are theirs.
        </NotificationBanner>
      )}
      <span className="govuk-caption-l">Priorities</span>
      <h2 className="govuk-heading-l">Lines, budgets and fairness</h2>
      <p className="govuk-body">
        <a className="govuk-link" href={`${href}/priorities`}>
          Back to the plan
        </a>
      </p>
      <EditTables lists={lists} {...saving} />
      {orders.length > 0 && (
        <p className="govuk-body app-text">
          Tables, sheets and papers show lines and budgets in the order below. Of equally good plans it
          decides nothing.
        </p>
      )}
      {orders.map((order) => (
        <OrderedParts key={order.id} {...order} />
      ))}
    </>
  );
}
