import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SavedNotice } from "../components/forms/save-answers";
import { PriorityPages } from "../components/priorities/priority-pages";
import { EditTables } from "../components/grid/edit-tables";
import { isTableTypedInto, TableForm } from "../components/grid/table-form";
import type { SaveAnswer } from "../forms/save-answer";
import { answerForm } from "../forms/save-form.server";
import { useSaves } from "../forms/use-saves";
import { notFound, requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { showList } from "../lib/shown-list";

export const meta: MetaFunction = () => [{ title: "Costs and points - Commissioning planner" }];

export async function loader(args: LoaderFunctionArgs) {
  const { scenario, evaluation, revision } = await requireScenario(args);
  if (scenario.priorities === undefined) throw notFound();
  const href = scenarioHref(scenarioKeyOf(args));
  return { href, revision, list: showList(href, evaluation, "edit-priority-scores") };
}

export const action = (args: ActionFunctionArgs): Promise<Response> =>
  answerForm(args, (href) => `${href}/priorities/scores`);

/** All lines × criteria: typed into cell by cell, or as one form where no grid is. */
export default function ScoresPage() {
  const { href, revision, list } = useLoaderData<typeof loader>();
  const answer = useActionData<SaveAnswer>();
  const saving = useSaves({ href, revision });
  return (
    <>
      <SavedNotice />
      <PriorityPages />
      <span className="govuk-caption-l">Priorities</span>
      <h2 className="govuk-heading-l">Costs and points</h2>
      <EditTables
        lists={[list]}
        isNamedAbove
        instead={{
          form: (shown) => <TableForm list={shown} revision={revision} answer={answer} />,
          isTypedInto: isTableTypedInto,
        }}
        {...saving}
      />
    </>
  );
}
