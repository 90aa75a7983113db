import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ScenarioForm } from "../components/forms/scenario-form";
import { PriorityPages } from "../components/priorities/priority-pages";
import { Input } from "../components/govuk";
import { NEW_CRITERION, newCriterionForm, prepareCriterion, REST_POINTS } from "../forms/criterion-form";
import type { SaveAnswer } from "../forms/save-answer";
import { answerForm } from "../forms/save-form.server";
import { CREATE } from "../forms/submission";
import { notFound, requireEditor, requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";

export const meta: MetaFunction = () => [{ title: "Add a criterion - Commissioning planner" }];

export async function loader(args: LoaderFunctionArgs) {
  requireEditor(args);
  const { scenario, revision } = await requireScenario(args);
  if (scenario.priorities === undefined) throw notFound();
  return {
    revision,
    groups: newCriterionForm(scenario, scenario.priorities),
    back: `${scenarioHref(scenarioKeyOf(args))}/priorities/criteria`,
  };
}

export const action = (args: ActionFunctionArgs): Promise<Response> =>
  answerForm(args, (href) => `${href}/priorities/criteria`, prepareCriterion);

/** A new criterion with everything that it needs to count: one change, which one undo takes back. */
export default function NewCriterionPage() {
  const { revision, groups, back } = useLoaderData<typeof loader>();
  const answer = useActionData<SaveAnswer>();
  const hasPoints = groups.some(({ id }) => id === "points");
  return (
    <>
      <PriorityPages />
      <ScenarioForm caption="Priorities" title="Add a criterion" {...{ groups, revision, answer, back }}>
        <input type="hidden" name={CREATE} value={NEW_CRITERION} />
        {hasPoints && (
          <Input
            name={REST_POINTS}
            label="Points of every line left empty above"
            hint="0 where they are to be scored later; a line without points cannot be weighed."
            inputMode="decimal"
            width={5}
            autoComplete="off"
            defaultValue={
              answer !== undefined && "values" in answer ? (answer.values[REST_POINTS] ?? "") : ""
            }
          />
        )}
      </ScenarioForm>
    </>
  );
}
