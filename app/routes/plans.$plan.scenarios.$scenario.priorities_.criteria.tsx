import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SavedNotice } from "../components/forms/save-answers";
import { ScenarioForm } from "../components/forms/scenario-form";
import { Checkboxes } from "../components/govuk";
import { PriorityPages } from "../components/priorities/priority-pages";
import { OrderedParts } from "../components/priorities/ordered-parts";
import { WeightSum } from "../components/forms/weight-sum";
import { prepareWeights, SHARE_WEIGHTS } from "../forms/criterion-form";
import { criteriaForm } from "../forms/priorities-form";
import type { SaveAnswer } from "../forms/save-answer";
import { answerForm } from "../forms/save-form.server";
import { orderedCriteria } from "../lib/ordered-parts";
import { notFound, requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { useCanEdit } from "../lib/signed-in";

export const meta: MetaFunction = () => [{ title: "Criteria and weights - Commissioning planner" }];

export async function loader(args: LoaderFunctionArgs) {
  const { scenario, revision } = await requireScenario(args);
  if (scenario.priorities === undefined) throw notFound();
  const href = scenarioHref(scenarioKeyOf(args));
  return {
    revision,
    criteria: orderedCriteria(href, scenario.priorities),
    groups: criteriaForm(scenario, scenario.priorities),
    back: `${href}/priorities`,
    // Once lines have points on the criteria, each is added with the points of every line.
    pasteHref: scenario.priorities.lines.length > 0 ? null : `${href}/paste/edit-priority-criteria`,
  };
}

const CRITERIA = { id: "criteria", title: "Add, order and delete criteria" };

export const action = (args: ActionFunctionArgs): Promise<Response> =>
  answerForm(args, (href) => `${href}/priorities`, prepareWeights);

export default function CriteriaPage() {
  const { revision, groups, back, criteria, pasteHref } = useLoaderData<typeof loader>();
  const answer = useActionData<SaveAnswer>();
  const canEdit = useCanEdit();
  const weights = groups.flatMap(({ fields }) => fields).filter(({ name }) => name.endsWith("/weight"));
  return (
    <>
      <SavedNotice />
      <PriorityPages />
      <ScenarioForm caption="Priorities" title="Criteria and weights" {...{ groups, revision, answer, back }}>
        <WeightSum fields={weights} />
        <Checkboxes
          name={SHARE_WEIGHTS}
          legend={<span className="govuk-visually-hidden">Weights</span>}
          hint="Swing weights: give the step from 0 to 100 points that matters most 100, and every other step what it is worth beside it."
          small
          chosen={answer !== undefined && "values" in answer ? [answer.values[SHARE_WEIGHTS] ?? ""] : []}
          items={[{ value: "yes", text: "Make the weights sum to 100, in the proportions typed" }]}
        />
      </ScenarioForm>
      <OrderedParts {...CRITERIA} {...criteria} />
      {canEdit && pasteHref === null && (
        <p className="govuk-body">
          Criteria can be pasted from a spreadsheet only before there are lines, because every line needs
          points on each of them. “Add a criterion” asks for those points.
        </p>
      )}
      {canEdit && pasteHref !== null && (
        <p className="govuk-body">
          <a className="govuk-link" href={pasteHref}>
            Paste all criteria from a spreadsheet
          </a>
        </p>
      )}
    </>
  );
}
