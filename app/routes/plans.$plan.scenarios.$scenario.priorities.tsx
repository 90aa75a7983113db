import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { SavedNotice } from "../components/forms/save-answers";
import { FrontierPart } from "../components/priorities/frontier-part";
import { GroundPart } from "../components/priorities/ground-part";
import { NoPlan } from "../components/priorities/no-plan";
import { PlanPart } from "../components/priorities/plan-part";
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

export default function PrioritiesPage() {
  const data = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  return (
    <>
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
