import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { SavedNotice } from "../components/forms/save-answers";
import { FrontierPart } from "../components/priorities/frontier-part";
import { GroundPart } from "../components/priorities/ground-part";
import { NoPlan } from "../components/priorities/no-plan";
import { PlanPart } from "../components/priorities/plan-part";
import { ErrorSummary } from "../components/govuk";
import { beginPriorities } from "../lib/begin-priorities";
import { loadPrioritised } from "../lib/priorities-page";
import { requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { showPriorities } from "../lib/show-priorities";

export async function loader(args: LoaderFunctionArgs) {
  const loaded = await requireScenario(args);
  const href = scenarioHref(scenarioKeyOf(args));
  const view = await loadPrioritised(args, loaded);
  if ("state" in view) return { notYet: view, href } as const;
  const asked = new URL(args.request.url).searchParams.get("budget");
  return { notYet: null, href, ...showPriorities(view, { href, asked }) } as const;
}

export const action = (args: ActionFunctionArgs): Promise<Response> => beginPriorities(args);

export default function PrioritiesPage() {
  const data = useLoaderData<typeof loader>();
  const faults = useActionData<{ readonly faults: readonly string[] }>()?.faults ?? [];
  const [search] = useSearchParams();
  return (
    <>
      {faults.length > 0 && (
        <ErrorSummary
          description="The prioritisation was not begun."
          errors={faults.map((text) => ({ text, href: "#begin" }))}
        />
      )}
      <SavedNotice saved={search.get("saved")} />
      <h2 className="govuk-heading-l">Priorities</h2>
      {data.notYet !== null ? (
        <NoPlan href={data.href} page="priorities" notYet={data.notYet} />
      ) : (
        <>
          <PlanPart {...data} />
          {data.frontier !== null && <FrontierPart {...data.frontier} />}
          <GroundPart {...data} />
        </>
      )}
    </>
  );
}
