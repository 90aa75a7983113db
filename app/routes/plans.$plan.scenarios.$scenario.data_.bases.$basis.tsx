import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ScenarioForm } from "../components/forms/scenario-form";
import { Checkboxes, Textarea } from "../components/govuk";
import { BASIS, STEP } from "../forms/basis-names";
import type { SaveAnswer } from "../forms/save-answer";
import { loadBasis, saveBasis } from "../lib/basis-page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data === undefined ? "Error" : data.title} - Commissioning planner` },
];

export const loader = (args: LoaderFunctionArgs) => loadBasis(args);

export const action = (args: ActionFunctionArgs): Promise<Response> => saveBasis(args);

/** One basis of apportionment with the figures of all areas: one change, which one undo takes back. */
export default function BasisPage() {
  const { revision, title, isNew, hasAreas, groups, rounds, back } = useLoaderData<typeof loader>();
  const answer = useActionData<SaveAnswer>();
  const refused = answer?.outcome === "refused" ? answer : undefined;
  return (
    <ScenarioForm caption="What shares go by" {...{ title, groups, revision, answer, back }}>
      {!hasAreas && <p className="govuk-body">No area is entered yet: enter the areas on Data first.</p>}
      <Textarea
        name={BASIS.block}
        label="Or paste the figures from a spreadsheet"
        hint="Two columns: the area by name or ONS code, and its figure. Or the figures alone, one for each area in the order above. What is pasted counts before what is typed above."
        rows={6}
        defaultValue={refused?.values[BASIS.block] ?? ""}
        error={refused?.errors[BASIS.block]}
        spellCheck={false}
      />
      {isNew ? (
        <input type="hidden" name={STEP} value="save" />
      ) : (
        <>
          <input type="hidden" name={STEP} value="" />
          {rounds.length > 0 && (
            <p className="govuk-body">
              {rounds.join(", ")} shares by it, so it cannot be deleted: another basis has to be chosen there
              first.
            </p>
          )}
          {rounds.length === 0 && (
            <Checkboxes
              name={STEP}
              legend={<span className="govuk-visually-hidden">Delete</span>}
              small
              items={[{ value: "delete", text: "Delete this basis with its figures of all areas" }]}
            />
          )}
        </>
      )}
    </ScenarioForm>
  );
}
