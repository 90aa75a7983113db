import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ScenarioForm } from "../components/forms/scenario-form";
import { WeightSum } from "../components/forms/weight-sum";
import { prioritySettingsForm } from "../forms/priorities-form";
import type { SaveAnswer } from "../forms/save-answer";
import { answerForm } from "../forms/save-form.server";
import { notFound, requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";

export const meta: MetaFunction = () => [{ title: "Budgets and criteria - Commissioning planner" }];

export async function loader(args: LoaderFunctionArgs) {
  const { scenario, revision } = await requireScenario(args);
  if (scenario.priorities === undefined) throw notFound();
  return {
    revision,
    groups: prioritySettingsForm(scenario, scenario.priorities),
    back: `${scenarioHref(scenarioKeyOf(args))}/priorities`,
  };
}

export const action = (args: ActionFunctionArgs): Promise<Response> =>
  answerForm(args, (href) => `${href}/priorities`);

export default function PrioritySettingsPage() {
  const { revision, groups, back } = useLoaderData<typeof loader>();
  const answer = useActionData<SaveAnswer>();
  const weights = groups.flatMap(({ fields }) => fields).filter(({ name }) => name.endsWith("/weight"));
  return (
    <ScenarioForm caption="Priorities" title="Budgets and criteria" {...{ groups, revision, answer, back }}>
      <WeightSum fields={weights} />
    </ScenarioForm>
  );
}
