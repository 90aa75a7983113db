import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { PhaseBanner, SubNavigation, Tag } from "../components/govuk";
import { CONSULTATION_PAGES } from "../lib/consultation-pages";
import {
  consultationHref,
  consultationKeyOf,
  consultationsHref,
  requireConsultation,
  WINDOWS,
} from "../lib/consultation-route";
import { PLANS, type TrailHandle } from "../lib/trail";

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  if (data === undefined) return [{ title: "Error - Commissioning planner" }];
  const page =
    data.pages.find(({ href }) => href === location.pathname.replace(/\/$/, ""))?.text ?? "Partner";
  return [{ title: `${page} - ${data.name} - Commissioning planner` }];
};

export const handle: TrailHandle<Awaited<ReturnType<typeof loader>>> = {
  trail: ({ plan, href, name }) => [
    PLANS,
    plan,
    { href: plan.consultations, text: "Consultations" },
    { href, text: name },
  ],
};

export async function loader(args: LoaderFunctionArgs) {
  const { planName, consultation, window, scenarios } = await requireConsultation(args);
  const href = consultationHref(consultationKeyOf(args));
  const { plan, name } = consultation;
  return {
    href,
    name,
    window: WINDOWS[window],
    isSynthetic: scenarios.some(({ synthetic }) => synthetic === true),
    plan: { href: `/plans#${plan}`, text: planName, consultations: consultationsHref(plan) },
    pages: CONSULTATION_PAGES.map(({ path, text }) => ({
      href: path === "" ? href : `${href}/${path}`,
      text,
    })),
  };
}

/** Around every page of a consultation: which one it is, whether it takes replies, and its pages. */
export default function ConsultationLayout() {
  const { name, window, isSynthetic, pages } = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  return (
    <>
      {isSynthetic && <PhaseBanner tag="Synthetic money">Every figure is invented.</PhaseBanner>}
      <div className="app-title">
        <h1 className="govuk-heading-l">{name}</h1>
        <Tag colour={window.colour}>{window.words}</Tag>
      </div>
      <SubNavigation label="Pages of this consultation" items={pages} current={pathname.replace(/\/$/, "")} />
      <Outlet />
    </>
  );
}
