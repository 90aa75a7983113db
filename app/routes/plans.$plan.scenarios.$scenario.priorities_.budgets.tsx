import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SavedNotice } from "../components/forms/save-answers";
import { EditTables } from "../components/grid/edit-tables";
import { OrderedParts } from "../components/priorities/ordered-parts";
import { PriorityPages } from "../components/priorities/priority-pages";
import { useSaves } from "../forms/use-saves";
import { orderedBudgets } from "../lib/ordered-parts";
import { notFound, requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { showList } from "../lib/shown-list";

export const meta: MetaFunction = () => [{ title: "Budgets and fairness - Commissioning planner" }];

export async function loader(args: LoaderFunctionArgs) {
  const { scenario, evaluation, revision } = await requireScenario(args);
  if (scenario.priorities === undefined) throw notFound();
  const href = scenarioHref(scenarioKeyOf(args));
  return {
    href,
    revision,
    order: orderedBudgets(href, scenario.priorities),
    lists: [
      showList(href, evaluation, "/priorities/budgets"),
      showList(href, evaluation, "/priorities/equity"),
    ],
  };
}

/** The money that there is, and what every plan has to do for areas. */
export default function BudgetsPage() {
  const { href, revision, lists, order } = useLoaderData<typeof loader>();
  const saving = useSaves({ href, revision });
  return (
    <>
      <SavedNotice />
      <PriorityPages />
      <span className="govuk-caption-l">Priorities</span>
      <h2 className="govuk-heading-l">Budgets and fairness</h2>
      <EditTables lists={lists} {...saving} />
      {order !== null && <OrderedParts {...order} />}
    </>
  );
}
