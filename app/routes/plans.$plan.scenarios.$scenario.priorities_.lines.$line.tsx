import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ScenarioForm } from "../components/forms/scenario-form";
import { lineRulesWords, priorityLineForm } from "../forms/priorities-form";
import type { SaveAnswer } from "../forms/save-answer";
import { answerForm } from "../forms/save-form.server";
import { notFound, requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data === undefined ? "Error" : data.name} - Commissioning planner` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { scenario, revision } = await requireScenario(args);
  const line = scenario.priorities?.lines.find(({ id }) => id === args.params["line"]);
  if (line === undefined) throw notFound();
  return {
    name: line.name,
    revision,
    groups: priorityLineForm(scenario, line),
    rules: lineRulesWords(scenario, line),
    back: `${scenarioHref(scenarioKeyOf(args))}/priorities`,
  };
}

export const action = (args: ActionFunctionArgs): Promise<Response> =>
  answerForm(args, (href) => `${href}/priorities`);

export default function PriorityLinePage() {
  const { name, revision, groups, rules, back } = useLoaderData<typeof loader>();
  const answer = useActionData<SaveAnswer>();
  return (
    <ScenarioForm caption="Line of the priorities" title={name} {...{ groups, revision, answer, back }}>
      {rules.length > 0 && (
        <section id="rules">
          <h3 className="govuk-heading-s">Areas and other lines</h3>
          <ul className="govuk-list govuk-list--bullet">
            {rules.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        </section>
      )}
    </ScenarioForm>
  );
}
