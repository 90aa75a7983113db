import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { PhaseBanner, SubNavigation, Tag } from "../components/govuk";
import { compareHref as compareOf, compareSearchFrom } from "../lib/compare-query";
import { PAGES_BELOW, SCENARIO_PAGES } from "../lib/scenario-pages";
import { requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { PLANS, type TrailHandle } from "../lib/trail";
import { SCENARIO_STATES } from "../reports/words";

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
  const { plan, scenario } = await requireScenario(args);
  const href = scenarioHref(scenarioKeyOf(args));
  return {
    href,
    name: scenario.name,
    plan: { href: `/plans#${plan.id}`, text: plan.name },
    state: SCENARIO_STATES[scenario.status ?? "draft"],
    compareHref: `${compareOf(plan.id)}${compareSearchFrom(scenario.id, scenario.basedOn?.id)}`,
    isSynthetic: scenario.synthetic === true,
    pages: SCENARIO_PAGES.map(({ path, text }) => ({ href: path === "" ? href : `${href}/${path}`, text })),
    pagesBelow: PAGES_BELOW.map(({ path, text }) => ({ href: `${href}/${path}`, text })),
  };
}

/** Around every page of a scenario: which one it is, its state, and its pages. */
export default function ScenarioLayout() {
  const { name, state, isSynthetic, compareHref, pages } = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  return (
    <>
      {isSynthetic && <PhaseBanner tag="Synthetic money">Every figure is invented.</PhaseBanner>}
      <div className="app-title">
        <h1 className="govuk-heading-l">{name}</h1>
        <Tag>{state}</Tag>
        <a className="govuk-link govuk-body" href={compareHref}>
          Compare with other scenarios
        </a>
      </div>
      <SubNavigation label="Pages of this scenario" items={pages} current={withoutSlash(pathname)} />
      <Outlet />
    </>
  );
}

const withoutSlash = (path: string): string => path.replace(/\/$/, "");
