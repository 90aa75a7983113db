import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { EditForm } from "../components/forms/edit-form";
import { FormAnswer } from "../components/forms/save-answers";
import { Button, ButtonGroup, ErrorSummary } from "../components/govuk";
import type { SaveAnswer } from "../forms/save-answer";
import { answerAsData, saveEdit } from "../forms/save-form.server";
import { BASE_REVISION } from "../forms/submission";
import { requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { safeRedirect } from "../lib/safe-redirect";

export async function loader(args: LoaderFunctionArgs) {
  await requireScenario(args);
  return { back: `${scenarioHref(scenarioKeyOf(args))}/priorities` };
}

/** Takes a way out of a conflict of rules, as an edit like any other, and leads back to the plan. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const answer = await saveEdit(args);
  if ("values" in answer) return answerAsData(answer);
  const back = `${scenarioHref(scenarioKeyOf(args))}/priorities`;
  return safeRedirect(`${back}?saved=${answer.outcome === "saved" ? answer.revision : "nothing"}`);
}

/** What to decide first, where somebody else has changed the same rule. */
export default function WayOutPage() {
  const { back } = useLoaderData<typeof loader>();
  const answer = useActionData<SaveAnswer>();
  const isBusy = useNavigation().state !== "idle";
  const kept = answer !== undefined && "values" in answer ? answer : null;
  const isConflict = kept?.outcome === "conflict";
  return (
    <EditForm className="app-text">
      {kept?.outcome === "refused" ? <Refused {...kept} /> : <FormAnswer answer={answer} />}
      <span className="govuk-caption-l">Priorities</span>
      <h2 className="govuk-heading-l">A way out of rules that conflict</h2>
      {kept === null && (
        <p className="govuk-body">Where no plan obeys all the rules, the plan lists the ways out.</p>
      )}
      {kept !== null && <input type="hidden" name={BASE_REVISION} value={kept.baseRevision} />}
      {Object.entries(kept?.values ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ButtonGroup>
        {isConflict && <Button disabled={isBusy}>Save</Button>}
        <a className="govuk-link" href={back}>
          Back to the plan
        </a>
      </ButtonGroup>
    </EditForm>
  );
}

/** The fields are on other pages: of what is wrong only the words can be given here. */
function Refused({ errors, elsewhere }: Extract<SaveAnswer, { outcome: "refused" }>) {
  const faults = Object.values(errors).map((text) => ({ text }));
  return <ErrorSummary description="Nothing was changed." errors={[...faults, ...elsewhere]} />;
}
