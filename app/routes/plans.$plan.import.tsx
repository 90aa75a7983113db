import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import type { Issue } from "../../scenarios/model/issue";
import { EditForm } from "../components/forms/edit-form";
import {
  Button,
  ErrorSummary,
  FileUpload,
  type NavigationItem,
  type SummarisedError,
} from "../components/govuk";
import { refuseForm } from "../lib/refuse-form";
import { safeRedirect } from "../lib/safe-redirect";
import { authorshipOf, notFound, requirePlan, scenarioHref } from "../lib/scenario-route";
import { PLANS } from "../lib/trail";

const FIELD = "file";
const NOTHING_CHOSEN: SummarisedError = { href: `#${FIELD}`, text: "Choose a scenario file to import." };
/** A person mends a few faults and tries again; a file with hundreds says no more with all of them. */
const MOST_FAULTS_SHOWN = 50;

export const meta: MetaFunction = () => [{ title: "Import a scenario file - Commissioning planner" }];

export const handle = { trail: (): readonly NavigationItem[] => [PLANS] };

export async function loader(args: LoaderFunctionArgs) {
  const { name } = await requirePlan(args);
  return { name };
}

/** Nothing is stored unless the whole file is right. */
export async function action(args: ActionFunctionArgs) {
  const plan = await requirePlan(args);
  const file = await readFile(args.request);
  if (file === null) return refuseForm({ faults: [NOTHING_CHOSEN] });
  const outcome = await args.context.services.importScenario(plan.id, await file.text(), authorshipOf(args));
  if (outcome.outcome === "missing") throw notFound();
  if (outcome.outcome === "refused") return refuseForm({ faults: explain(outcome.issues) });
  return safeRedirect(scenarioHref({ plan: plan.id, scenario: outcome.scenario }));
}

export default function ImportPage() {
  const { name } = useLoaderData<typeof loader>();
  const faults = useActionData<typeof action>()?.faults ?? [];
  const isBusy = useNavigation().state !== "idle";
  return (
    <div className="app-text">
      {faults.length > 0 && (
        <ErrorSummary
          errors={faults}
          description="The file was not imported. Correct it, or choose another one."
        />
      )}
      <EditForm encType="multipart/form-data">
        <FileUpload
          name={FIELD}
          label="Import a scenario file"
          labelSize="l"
          isPageHeading
          hint={`A .json file that was downloaded from a planner or written by hand, up to 10 MB. It becomes a new scenario of ${name}; nothing there is replaced.`}
          accept=".json,application/json"
          error={fieldError(faults)}
        />
        <Button disabled={isBusy}>Import</Button>
      </EditForm>
    </div>
  );
}

/** The field says the one fault itself; many are in the summary. */
function fieldError(faults: readonly SummarisedError[]): string | undefined {
  if (faults.length <= 1) return faults[0]?.text;
  return "This file has faults: they are listed above. Choose one that has none.";
}

async function readFile(request: Request): Promise<File | null> {
  try {
    const file = (await request.formData()).get(FIELD);
    return file instanceof File && file.size > 0 ? file : null;
  } catch {
    return null; // Not a form at all.
  }
}

function explain(issues: readonly Issue[]): readonly SummarisedError[] {
  const shown = issues.slice(0, MOST_FAULTS_SHOWN).map(({ message }) => ({ text: message }));
  const left = issues.length - shown.length;
  return left === 0 ? shown : [...shown, { text: `And ${left} more.` }];
}
