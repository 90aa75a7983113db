import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { SavedNotice } from "../components/forms/save-answers";
import { FrontierPart } from "../components/priorities/frontier-part";
import { GroundPart } from "../components/priorities/ground-part";
import { NoPriorities, StillWorking } from "../components/priorities/no-plan";
import { PlanPart } from "../components/priorities/plan-part";
import { loadPrioritised } from "../lib/priorities-page";
import { requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { showPriorities } from "../lib/show-priorities";

export async function loader(args: LoaderFunctionArgs) {
  const loaded = await requireScenario(args);
  const href = scenarioHref(scenarioKeyOf(args));
  const view = await loadPrioritised(args, loaded);
  if (typeof view === "string") return { state: view, href } as const;
  const asked = new URL(args.request.url).searchParams.get("budget");
  return { state: "planned", href, ...showPriorities(view, { href, asked }) } as const;
}

export default function PrioritiesPage() {
  const data = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  return (
    <>
      <SavedNotice saved={search.get("saved")} />
      <h2 className="govuk-heading-l">Priorities</h2>
      {data.state === "none" && <NoPriorities href={data.href} />}
      {data.state === "working" && <StillWorking href={data.href} />}
      {data.state === "planned" && (
        <>
          <PlanPart {...data} />
          {data.frontier !== null && <FrontierPart {...data.frontier} />}
          <GroundPart {...data} />
        </>
      )}
    </>
  );
}
