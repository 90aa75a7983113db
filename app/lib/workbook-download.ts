import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { LoadedScenario } from "../services/services";
import type { WorkState } from "../services/long-works.server";
import { isQuickPlan } from "../services/priority-plans.server";
import { streamFinanceWorkbook } from "../workbook/write-workbook";
import { scenarioHref, scenarioKeyOf } from "./scenario-route";
import { workbookOptionsOf } from "./workbook-options";

export const WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/**
 * From so many lines of the ledger on a workbook has more than 5,000 rows, and takes longer than a page; so it does where
 * what its priorities show is worked out beside the server.
 */
const LARGE_LEDGER = 2500;

export const isLargeWorkbook = ({ ledger, scenario }: Pick<Evaluation, "ledger" | "scenario">): boolean =>
  ledger.length > LARGE_LEDGER || ((scenario.priorities?.lines.length ?? 0) > 0 && !isQuickPlan(scenario));

type Args = Pick<LoaderFunctionArgs, "params" | "context">;

/** The workbook of a large plan, which is begun when it is asked for first. */
export async function beginWorkbook(args: Args, loaded: LoadedScenario): Promise<WorkState<Buffer>> {
  const options = await workbookOptionsOf(args, loaded);
  const { services, reportError } = args.context;
  return services.workbooks.begin(
    workbookKey(args, loaded),
    (stream, progress) => streamFinanceWorkbook(loaded.evaluation, options, stream, progress),
    reportError,
  );
}

/** A revision is what it is: its workbook is the same for everybody who asks. */
export function workbookKey(args: Args, { revision, contentHash }: LoadedScenario): string {
  return `${scenarioHref(scenarioKeyOf(args))} ${revision} ${contentHash}`;
}
