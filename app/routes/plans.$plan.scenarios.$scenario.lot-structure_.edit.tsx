import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SavedNotice } from "../components/forms/save-answers";
import { ScenarioForm } from "../components/forms/scenario-form";
import { beginLotForm, lotForm, prepareLots } from "../forms/lot-form";
import type { SaveAnswer } from "../forms/save-answer";
import { answerForm } from "../forms/save-form.server";
import { beginLots } from "../lib/begin-lots";
import { requireEditor, requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { useCanEdit } from "../lib/signed-in";

export async function loader(args: LoaderFunctionArgs) {
  const { scenario, revision } = await requireScenario(args);
  const { lotStructure } = scenario;
  const href = scenarioHref(scenarioKeyOf(args));
  if (lotStructure === undefined) {
    requireEditor(args);
    return { href, revision, groups: beginLotForm(scenario), blocks: [] };
  }
  return { href, revision, groups: lotForm(scenario, lotStructure), blocks: lotStructure.blocks };
}

export async function action(args: ActionFunctionArgs): Promise<Response> {
  const { scenario } = await requireScenario(args);
  if (scenario.lotStructure === undefined) return beginLots(args);
  return answerForm(args, (href) => `${href}/lot-structure`, prepareLots);
}

/** What the explorer of lots rests on; with services that are to go. */
export default function LotFormPage() {
  const { href, revision, groups, blocks } = useLoaderData<typeof loader>();
  const answer = useActionData<SaveAnswer>();
  const canEdit = useCanEdit();
  return (
    <>
      <SavedNotice />
      <ScenarioForm
        caption="Lot structure"
        title="Services that could be let apart, and the money"
        {...{ groups, revision, answer }}
        back={`${href}/lot-structure`}
      />
      {canEdit && blocks.length > 1 && (
        <ul className="govuk-list">
          {blocks.map(({ id, name }) => (
            <li key={id}>
              <a className="govuk-link" href={`${href}/delete/lotStructure/blocks/${id}`}>
                Delete the service {name}
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
