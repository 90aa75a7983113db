import type { MetaFunction } from "@remix-run/node";
import type { NavigationItem } from "../components/govuk";
import { PLANS } from "../lib/trail";

export const meta: MetaFunction = () => [{ title: "The sample in two minutes - Commissioning planner" }];

export const handle = { trail: (): readonly NavigationItem[] => [PLANS] };

const SAMPLE = "/plans/llr-2015/scenarios/";

const STOPS = [
  {
    href: `${SAMPLE}llr-2015-s0`,
    link: "What runs today, and then nothing",
    text: "The first scenario is the baseline. Contracts for domestic abuse and sexual violence services in Leicester, Leicestershire and Rutland end in March and September 2015. Its overview says at once what stops, where and when.",
  },
  {
    href: `${SAMPLE}llr-2015-s0/transition`,
    link: "The gaps, and what would close them",
    text: "Each month in which a required service is missing is a gap. For each gap the planner proposes the cheapest contract that could go on, with its price; one click accepts it.",
  },
  {
    href: `${SAMPLE}llr-2015-s1/lots`,
    link: "One joint lot from October 2015",
    text: "A scenario is the baseline and a short list of changes. Here there are three new lots. Type another price or date into the table: costs, gaps and what is unfunded move as you type.",
  },
  {
    href: `${SAMPLE}llr-2015-s1/contributions`,
    link: "What each district is asked for",
    text: "Seven districts share a pot by population, incidents and equal parts. Let one decline and see who pays what, and what is missing. Each share shows its working to the penny.",
  },
  {
    href: `${SAMPLE}llr-2015-s1/funding`,
    link: "Who pays for it",
    text: "Money has owners, years, limits and more or less certainty. The page shows what pays for what, and which contract runs short first.",
  },
  {
    href: "/plans/llr-2015/compare",
    link: "All scenarios side by side",
    text: "Compare them by money, district, gaps and waits; each difference says which changes it comes from.",
  },
];

/** The sample in words, for a first visit: six stops, each with its page. */
export default function TourPage() {
  return (
    <div className="app-text">
      <h1 className="govuk-heading-l">The sample in two minutes</h1>
      <p className="govuk-body">
        All of its money is invented. Nothing you try there changes anything but the sample.
      </p>
      <ol className="govuk-list govuk-list--number">
        {STOPS.map(({ href, link, text }) => (
          <li key={href}>
            <a className="govuk-link" href={href}>
              {link}
            </a>
            <p className="govuk-body">{text}</p>
          </li>
        ))}
      </ol>
    </div>
  );
}
