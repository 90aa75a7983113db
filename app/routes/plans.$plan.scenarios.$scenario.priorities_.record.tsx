import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DecisionRecord } from "../components/priorities/decision-record";
import { PriorityPages } from "../components/priorities/priority-pages";
import { NoPlan, WorkUnderWay } from "../components/priorities/no-plan";
import { loadMoving, loadPrioritised } from "../lib/priorities-page";
import { requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { showDecisionRecord } from "../lib/show-decision-record";

export const meta: MetaFunction = () => [{ title: "Decision record - Commissioning planner" }];

export async function loader(args: LoaderFunctionArgs) {
  const loaded = await requireScenario(args);
  const key = scenarioKeyOf(args);
  const href = scenarioHref(key);
  const view = await loadPrioritised(args, loaded);
  if ("state" in view) return { notYet: view, href } as const;
  const moving = await loadMoving(args, { loaded, view, asked: null, patience: AT_ONCE });
  const history = (await args.context.services.loadHistory(key)) ?? [];
  const panel = await args.context.services.panels.load(key, null);
  const record = showDecisionRecord(moving, { loaded, history, panel, now: args.context.now });
  return { notYet: null, href, record, underWay: moving.underWay } as const;
}

/** A record shows at once what is known; what more money would bring in is added when it is. */
const AT_ONCE = 300;

export default function DecisionRecordPage() {
  const data = useLoaderData<typeof loader>();
  return (
    <>
      <PriorityPages />
      {data.notYet === null ? (
        <>
          {data.underWay !== null && (
            <div className="app-no-print">
              <WorkUnderWay href={data.href} page="priorities/record" work={data.underWay} />
            </div>
          )}
          <DecisionRecord {...data.record} />
        </>
      ) : (
        <NoPlan href={data.href} page="priorities/record" notYet={data.notYet} />
      )}
    </>
  );
}
