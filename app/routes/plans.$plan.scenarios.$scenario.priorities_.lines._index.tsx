import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { SavedNotice } from "../components/forms/save-answers";
import { EditTables } from "../components/grid/edit-tables";
import { useSaves } from "../forms/use-saves";
import { safeRedirect } from "../lib/safe-redirect";
import { authorshipOf, notFound, requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { showList } from "../lib/shown-list";

export const meta: MetaFunction = () => [{ title: "Lines and budgets - Commissioning planner" }];

export async function loader(args: LoaderFunctionArgs) {
  const { scenario, evaluation, revision } = await requireScenario(args);
  if (scenario.priorities === undefined) throw notFound();
  const href = scenarioHref(scenarioKeyOf(args));
  const lines = showList(href, evaluation, "/priorities/lines/*");
  return {
    href,
    revision,
    // The form of a line has its levels too, with their costs and points.
    lists: [
      { ...lines, editHref: `${href}/priorities/lines/` },
      showList(href, evaluation, "/priorities/budgets/*"),
    ],
  };
}

/** Begins a prioritisation where there is none: one criterion with all the weight, one budget, no lines yet. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const { scenario, revision } = await requireScenario(args);
  const key = scenarioKeyOf(args);
  if (scenario.priorities === undefined) {
    const operations = [{ op: "add", path: "/priorities", value: FIRST_PRIORITIES }] as const;
    const change = { name: "Prioritisation begun", operations };
    const request = { baseRevision: revision, change };
    const saved = await args.context.services.saveChange(key, request, authorshipOf(args));
    // Somebody else has just begun it: the page shows theirs.
    if (saved.outcome === "missing") throw notFound();
  }
  return safeRedirect(`${scenarioHref(key)}/priorities/lines`);
}

const FIRST_PRIORITIES = {
  criteria: [{ id: "score", name: "Score", weight: "100" }],
  budgets: [{ id: "budget", name: "Budget", amount: "0.00" }],
  lines: [],
};

/** What can be funded, and from what: added, renamed, tied to each other and deleted. */
export default function PriorityLinesPage() {
  const { href, revision, lists } = useLoaderData<typeof loader>();
  const saving = useSaves({ href, revision });
  const [search] = useSearchParams();
  return (
    <>
      <SavedNotice saved={search.get("saved")} />
      <span className="govuk-caption-l">Priorities</span>
      <h2 className="govuk-heading-l">Lines and budgets</h2>
      <p className="govuk-body">
        <a className="govuk-link" href={`${href}/priorities`}>
          Back to the plan
        </a>
      </p>
      <EditTables lists={lists} {...saving} />
    </>
  );
}
