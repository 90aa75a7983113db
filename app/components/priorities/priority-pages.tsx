import { useLocation, useParams } from "@remix-run/react";
import { PRIORITY_PAGES } from "../../lib/scenario-pages";
import { scenarioHref } from "../../lib/scenario-route";
import { SubNavigation } from "../govuk";

/** Leads from each page of a prioritisation to all the others. */
export function PriorityPages() {
  const { plan = "", scenario = "" } = useParams();
  const { pathname } = useLocation();
  const href = scenarioHref({ plan, scenario });
  return (
    <SubNavigation
      isSecond
      label="Pages of the priorities"
      items={PRIORITY_PAGES.map(({ path, text }) => ({ href: `${href}/${path}`, text }))}
      current={pathname.replace(/\/$/, "")}
    />
  );
}
