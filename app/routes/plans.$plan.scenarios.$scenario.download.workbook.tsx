import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FileProgress } from "../components/file-progress";
import { controlFile, fileWork } from "../lib/file-work";
import { requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { beginWorkbook, workbookKey } from "../lib/workbook-download";

/** How far the workbook of a large plan is; it is begun when this page is opened, and downloaded from here. */
export async function loader(args: LoaderFunctionArgs) {
  const made = await beginWorkbook(args, await requireScenario(args));
  return {
    href: scenarioHref(scenarioKeyOf(args)),
    work: fileWork(made, 100),
    megabytes: made.state === "ready" ? (made.answer.length / 1e6).toFixed(1) : "",
  };
}

/** Stops making the workbook, or begins again. */
export async function action(args: ActionFunctionArgs) {
  const key = workbookKey(args, await requireScenario(args));
  const { workbooks } = args.context.services;
  return controlFile(args.request, {
    stop: () => workbooks.stop(key),
    restart: () => workbooks.restart(key),
  });
}

export default function WorkbookPage() {
  const { href, work, megabytes } = useLoaderData<typeof loader>();
  return (
    <>
      <h2 className="govuk-heading-l">Finance workbook</h2>
      <FileProgress
        work={work}
        about={{
          working:
            "This is a large plan: its workbook takes some seconds. You can go on working meanwhile; the workbook is kept here.",
          progress: `Written so far: ${Math.floor((100 * work.done) / work.of)}%`,
          ready: "The workbook is ready.",
          failed: "The workbook could not be made.",
        }}
        file={{
          href: `${href}/download/workbook.xlsx`,
          text: `Download the workbook (Excel, ${megabytes} MB)`,
        }}
        back={{ href, text: "Back to the scenario" }}
      />
    </>
  );
}
