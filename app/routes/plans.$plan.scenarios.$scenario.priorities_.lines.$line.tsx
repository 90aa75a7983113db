import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SavedNotice } from "../components/forms/save-answers";
import { OrderedParts } from "../components/priorities/ordered-parts";
import { PriorityPages } from "../components/priorities/priority-pages";
import { ScenarioForm } from "../components/forms/scenario-form";
import { priorityLineForm } from "../forms/priorities-form";
import type { SaveAnswer } from "../forms/save-answer";
import { answerForm } from "../forms/save-form.server";
import { orderedLevels } from "../lib/ordered-parts";
import { notFound, requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { stayWhenGone } from "../lib/stay-when-gone";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data === undefined ? "Error" : data.name} - Commissioning planner` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { scenario, revision } = await requireScenario(args);
  const line = scenario.priorities?.lines.find(({ id }) => id === args.params["line"]);
  if (line === undefined) throw notFound();
  const href = scenarioHref(scenarioKeyOf(args));
  return {
    name: line.name,
    revision,
    groups: priorityLineForm(scenario, line),
    levels: orderedLevels(href, line),
    back: `${href}/priorities`,
  };
}

export const action = (args: ActionFunctionArgs): Promise<Response> =>
  answerForm(args, (href) => `${href}/priorities`);

export const shouldRevalidate = stayWhenGone;

export default function PriorityLinePage() {
  const { name, revision, groups, levels, back } = useLoaderData<typeof loader>();
  const answer = useActionData<SaveAnswer>();
  return (
    <>
      <SavedNotice />
      <PriorityPages />
      <ScenarioForm caption="Line of the priorities" title={name} {...{ groups, revision, answer, back }} />
      <OrderedParts id="levels" title="Levels: add, order and delete" {...levels} />
    </>
  );
}
