import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { InsetText } from "../components/govuk";
import { NoPlan } from "../components/priorities/no-plan";
import { PriorityPages } from "../components/priorities/priority-pages";
import { ReportTable } from "../components/report/report-table";
import { loadPrioritised, loadSensitivity } from "../lib/priorities-page";
import { requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { showTable } from "../lib/shown-table";
import {
  buildRobustnessTable,
  buildWeightRangesTable,
  sensitivitySentences,
} from "../reports/priorities-sensitivity";

export const meta: MetaFunction = () => [{ title: "How sure is the plan? - Commissioning planner" }];

export async function loader(args: LoaderFunctionArgs) {
  const loaded = await requireScenario(args);
  const href = scenarioHref(scenarioKeyOf(args));
  const view = await loadPrioritised(args, loaded);
  if ("state" in view) return { href, notYet: view } as const;
  if (view.plan.status === "infeasible") return { href, notYet: null, cannot: NO_PLAN } as const;
  if (view.plan.status === "not-proved") return { href, notYet: null, cannot: NOT_PROVED } as const;
  const worked = await loadSensitivity(args, loaded, view);
  if ("state" in worked) return { href, notYet: worked } as const;
  const { answer } = worked;
  if (answer === null) return { href, notYet: null, cannot: TOO_FINE } as const;
  return {
    href,
    notYet: null,
    cannot: null,
    sentences: sensitivitySentences(view, answer),
    lines: showTable(href, buildRobustnessTable(view, answer)),
    weights: showTable(href, buildWeightRangesTable(view, answer)),
  } as const;
}

const NO_PLAN = "No plan obeys all the rules, so there is none whose sureness could be told.";
const NOT_PROVED =
  "The plan is not proved to be the best, so that it cannot be told how long it stays the best one.";
const TOO_FINE =
  "Weights, scores or people have too many decimals to be varied exactly. Round them, then look again.";

export default function SensitivityPage() {
  const data = useLoaderData<typeof loader>();
  return (
    <>
      <PriorityPages />
      <span className="govuk-caption-l">Priorities</span>
      <h2 className="govuk-heading-l">How sure is the plan?</h2>
      {data.notYet !== null ? (
        <NoPlan href={data.href} page="priorities/sensitivity" notYet={data.notYet} />
      ) : data.cannot !== null ? (
        <InsetText>{data.cannot}</InsetText>
      ) : (
        <>
          <InsetText>
            {data.sentences.map((sentence) => (
              <p className="govuk-body" key={sentence}>
                {sentence}
              </p>
            ))}
          </InsetText>
          <ReportTable {...data.lines} rowHref={(line) => `${data.href}/priorities/lines/${line}`} stacks />
          <ReportTable
            {...data.weights}
            stacks
            rowHref={(criterion) =>
              `${data.href}/priorities/criteria#/priorities/criteria/${criterion}/weight`
            }
          />
        </>
      )}
    </>
  );
}
