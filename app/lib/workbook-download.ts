import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { LoadedScenario } from "../services/services";
import type { WorkbookJob } from "../services/workbook-jobs";
import { streamFinanceWorkbook } from "../workbook/write-workbook";
import { scenarioHref, scenarioKeyOf } from "./scenario-route";
import { workbookOptionsOf } from "./workbook-options";

export const WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** From so many lines of the ledger on a workbook has more than 5,000 rows, and takes longer than a page. */
const LARGE_LEDGER = 2500;

export const isLargeWorkbook = ({ ledger }: Pick<Evaluation, "ledger">): boolean =>
  ledger.length > LARGE_LEDGER;

type Args = Pick<LoaderFunctionArgs, "params" | "context">;

/** The workbook of a large plan, which is begun when it is asked for first. */
export async function startWorkbook(args: Args, loaded: LoadedScenario): Promise<WorkbookJob> {
  const options = await workbookOptionsOf(args, loaded);
  const { services, reportError } = args.context;
  return services.workbooks.start(
    workbookKey(args, loaded),
    (stream, progress) => streamFinanceWorkbook(loaded.evaluation, options, stream, progress),
    reportError,
  );
}

export function findWorkbook(args: Args, loaded: LoadedScenario): WorkbookJob | null {
  return args.context.services.workbooks.find(workbookKey(args, loaded));
}

export function cancelWorkbook(args: Args, loaded: LoadedScenario): void {
  args.context.services.workbooks.cancel(workbookKey(args, loaded));
}

/** A revision is what it is: its workbook is the same for everybody who asks. */
function workbookKey(args: Args, { revision, contentHash }: LoadedScenario): string {
  return `${scenarioHref(scenarioKeyOf(args))} ${revision} ${contentHash}`;
}
