import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ScenarioForm } from "../components/forms/scenario-form";
import { Select } from "../components/govuk";
import { ReportTable } from "../components/report/report-table";
import { chooseLotsForm, LOT_OF, lotNumbers, prepareChoice } from "../forms/lot-form";
import type { SaveAnswer } from "../forms/save-answer";
import { answerForm } from "../forms/save-form.server";
import { notFound, requireEditor, requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { showTable } from "../lib/shown-table";
import { buildLotPatternsTable, listLotPatterns, patternsToShow } from "../reports/lot-patterns";

export async function loader(args: LoaderFunctionArgs) {
  requireEditor(args);
  const { scenario, evaluation, revision } = await requireScenario(args);
  const { lotStructure } = scenario;
  if (lotStructure === undefined) throw notFound();
  const href = scenarioHref(scenarioKeyOf(args));
  return {
    ...{ href, revision, isChosen: lotStructure.chosen !== undefined },
    group: chooseLotsForm(scenario),
    numbers: lotNumbers(lotStructure),
    patterns: showTable(href, buildLotPatternsTable(evaluation, patternsToShow(listLotPatterns(evaluation)))),
  };
}

export const action = (args: ActionFunctionArgs): Promise<Response> =>
  answerForm(args, (href) => `${href}/lot-structure`, prepareChoice);

/** Which service is in which lot, and why: said service by service, so that eight services need eight answers. */
export default function ChooseLotsPage() {
  const { href, revision, group, numbers, patterns, isChosen } = useLoaderData<typeof loader>();
  const answer = useActionData<SaveAnswer>();
  const typed = answer !== undefined && "values" in answer ? answer.values : {};
  const lots = numbers.map((_, place) => ({ value: `${place + 1}`, text: `Lot ${place + 1}` }));
  return (
    <>
      <ScenarioForm
        caption="Lot structure"
        title="Choose the lots"
        groups={[group]}
        {...{ revision, answer }}
        back={`${href}/lot-structure`}
        above={
          <>
            <p className="govuk-body">
              Services with the same lot are let together. A lot without a service is no lot.
            </p>
            {numbers.map(({ id, name, lot }) => (
              <Select
                key={id}
                name={`${LOT_OF}${id}`}
                label={name}
                items={[{ value: "", text: "Not decided" }, ...lots]}
                defaultValue={typed[`${LOT_OF}${id}`] ?? (isChosen ? `${lot}` : "")}
              />
            ))}
          </>
        }
      />
      <ReportTable {...patterns} captionSize="s" />
    </>
  );
}
