import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ScenarioForm } from "../components/forms/scenario-form";
import { showField } from "../forms/fields";
import type { SaveAnswer } from "../forms/save-answer";
import { answerForm } from "../forms/save-form.server";
import { requireEditor, requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";

const FIELDS = ["/name", "/purpose", "/status", "/horizon/start", "/horizon/end", "/synthetic"];

export async function loader(args: LoaderFunctionArgs) {
  requireEditor(args);
  const { scenario, revision } = await requireScenario(args);
  return {
    name: scenario.name,
    revision,
    back: scenarioHref(scenarioKeyOf(args)),
    groups: [
      {
        id: "settings",
        legend: "What this scenario is",
        note: "Everything stops at the horizon: costs, money, demand and coverage are shown from its first month to its last.",
        fields: FIELDS.map((name) => showField(scenario, name)),
      },
    ],
  };
}

export const action = (args: ActionFunctionArgs): Promise<Response> => answerForm(args, (href) => href);

export default function SettingsPage() {
  const { name, ...form } = useLoaderData<typeof loader>();
  const answer = useActionData<SaveAnswer>();
  return <ScenarioForm caption="Settings" title={name} {...form} answer={answer} />;
}
