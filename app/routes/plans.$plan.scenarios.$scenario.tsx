import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation, useSearchParams } from "@remix-run/react";
import { mayEdit } from "../access/access-table";
import { PhaseBanner, SubNavigation, Tag } from "../components/govuk";
import { OthersChanges } from "../components/history/others-changes";
import { UndoBar } from "../components/history/undo-bar";
import { compareHref as compareOf, compareSearchFrom } from "../lib/compare-query";
import { PAGES_BELOW, SCENARIO_PAGES } from "../lib/scenario-pages";
import { authorshipOf, requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { useCanEdit } from "../lib/signed-in";
import { PLANS, type TrailHandle } from "../lib/trail";
import { DID } from "../lib/undo-answer";
import { SCENARIO_STATES } from "../reports/words";
import type { Step, Steps } from "../services/services";

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  if (data === undefined) return [{ title: "Error - Commissioning planner" }];
  const page =
    [...data.pages, ...data.pagesBelow].find(({ href }) => href === withoutSlash(location.pathname))?.text ??
    "";
  return [{ title: `${page} - ${data.name} - Commissioning planner` }];
};

export const handle: TrailHandle<Awaited<ReturnType<typeof loader>>> = {
  trail: ({ plan, href, name }) => [PLANS, plan, { href, text: name }],
};

export async function loader(args: LoaderFunctionArgs) {
  const { plan, scenario, revision } = await requireScenario(args);
  const key = scenarioKeyOf(args);
  const href = scenarioHref(key);
  const { services } = args.context;
  const [steps, latest] = await Promise.all([
    mayEdit(args.context.identity) ? services.loadSteps(key, authorshipOf(args)) : NO_STEPS,
    services.loadLatest(key),
  ]);
  return {
    href,
    name: scenario.name,
    revision,
    steps: { undo: labelOf(steps.undo), redo: labelOf(steps.redo) },
    latest: { number: latest?.number ?? revision, what: latest?.changeName ?? "" },
    plan: { href: `/plans#${plan.id}`, text: plan.name },
    state: SCENARIO_STATES[scenario.status ?? "draft"],
    compareHref: `${compareOf(plan.id)}${compareSearchFrom(scenario.id, scenario.basedOn?.id)}`,
    copyHref: `/plans/${encodeURIComponent(plan.id)}/new?from=${encodeURIComponent(scenario.id)}`,
    isSynthetic: scenario.synthetic === true,
    pages: SCENARIO_PAGES.map(({ path, text }) => ({ href: path === "" ? href : `${href}/${path}`, text })),
    pagesBelow: PAGES_BELOW.map(({ path, text }) => ({ href: `${href}/${path}`, text })),
  };
}

/** Around every page of a scenario: which one it is, its state, and its pages. */
export default function ScenarioLayout() {
  const canEdit = useCanEdit();
  const { href, copyHref, name, state, isSynthetic, compareHref, pages, revision, steps, latest } =
    useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  const [search] = useSearchParams();
  const isDone = search.get(DID) === String(latest.number);
  return (
    <>
      {isSynthetic && <PhaseBanner tag="Synthetic money">Every figure is invented.</PhaseBanner>}
      <div className="app-title">
        <h1 className="govuk-heading-l">{name}</h1>
        <Tag>{state}</Tag>
        <a className="govuk-link govuk-body" href={compareHref}>
          Compare with other scenarios
        </a>
        {canEdit && (
          <>
            <a className="govuk-link govuk-body" href={copyHref}>
              Make a copy
            </a>
            <a className="govuk-link govuk-body" href={`${href}/settings`}>
              Settings
            </a>
          </>
        )}
      </div>
      <UndoBar
        href={href}
        steps={steps}
        done={isDone ? `${latest.what}. This is revision ${latest.number}.` : ""}
      />
      <OthersChanges href={href} revision={revision} />
      <SubNavigation label="Pages of this scenario" items={pages} current={withoutSlash(pathname)} />
      <Outlet />
    </>
  );
}

const NO_STEPS: Steps = { undo: null, redo: null };

const labelOf = (step: Step | null) => (step === null ? null : { change: step.change, name: step.name });

const withoutSlash = (path: string): string => path.replace(/\/$/, "");
