import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { download } from "../lib/download";
import { workBeforeFile } from "../lib/priorities-page";
import { requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { isLargeWorkbook, WORKBOOK_TYPE, workbookKey } from "../lib/workbook-download";
import { workbookOptionsOf } from "../lib/workbook-options";
import type { LoadedScenario } from "../services/services";
import { streamFinanceWorkbook, writeWorkbook } from "../workbook/write-workbook";

/**
 * The finance workbook. A browser that opens the address of a large one is shown how far it is; whatever else asks
 * gets it as it is written.
 */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const loaded = await requireScenario(args);
  const file = { name: `${loaded.scenario.id}.xlsx`, type: WORKBOOK_TYPE };
  if (!isLargeWorkbook(loaded.evaluation)) {
    return download(await writeWorkbook(loaded.evaluation, await workbookOptionsOf(args, loaded)), file);
  }
  const before = await workBeforeFile(args, loaded);
  if (before?.state === "stopped") return download(await streamed(args, loaded), file);
  const made = args.context.services.workbooks.stateOf(workbookKey(args, loaded));
  if (made?.state === "ready") return download(made.answer, file);
  if (args.request.headers.get("Sec-Fetch-Mode") === "navigate") {
    return redirect(`${scenarioHref(scenarioKeyOf(args))}/download/workbook`, 303);
  }
  return download(await streamed(args, loaded), file);
}

/** The rows go out as they are written; when nobody listens any longer, no more are. */
async function streamed(args: LoaderFunctionArgs, loaded: LoadedScenario): Promise<ReadableStream> {
  const options = await workbookOptionsOf(args, loaded);
  const { signal } = args.request;
  const stream = new PassThrough();
  streamFinanceWorkbook(loaded.evaluation, options, stream, () => signal.throwIfAborted()).catch(
    (fault: unknown) => stream.destroy(fault instanceof Error ? fault : new Error(String(fault))),
  );
  return createReadableStreamFromReadable(stream);
}
