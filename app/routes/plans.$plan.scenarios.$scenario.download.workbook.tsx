import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FileProgress } from "../components/file-progress";
import { WorkUnderWay } from "../components/priorities/no-plan";
import { controlFile, fileWork } from "../lib/file-work";
import { workBeforeFile } from "../lib/priorities-page";
import { requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import type { ShownWork } from "../lib/show-work";
import { beginWorkbook, workbookKey } from "../lib/workbook-download";

/** How far the workbook of a large plan is; it is begun when this page is opened, and downloaded from here. */
export async function loader(args: LoaderFunctionArgs) {
  const loaded = await requireScenario(args);
  const href = scenarioHref(scenarioKeyOf(args));
  const before = await workBeforeFile(args, loaded);
  if (before !== null) return { before, href } as const;
  const made = await beginWorkbook(args, loaded);
  return {
    before,
    href,
    work: fileWork(made, 100),
    megabytes: made.state === "ready" ? (made.answer.length / 1e6).toFixed(1) : "",
  } as const;
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
  const data = useLoaderData<typeof loader>();
  if (data.before !== null) return <BeforeWorkbook href={data.href} work={data.before} />;
  const { href, work, megabytes } = data;
  return (
    <>
      <h2 className="govuk-heading-l">Finance workbook</h2>
      <FileProgress
        work={work}
        about={{
          working:
            "This workbook takes some seconds. You can go on working meanwhile; the workbook is kept here.",
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

/** What the workbook shows of the priorities is worked out first, as on their page. */
function BeforeWorkbook({ href, work }: { readonly href: string; readonly work: ShownWork }) {
  return (
    <>
      <h2 className="govuk-heading-l">Finance workbook</h2>
      <p className="govuk-body app-text">
        What the workbook shows of the priorities is worked out first; the workbook itself follows.
      </p>
      <WorkUnderWay href={href} page="download/workbook" work={work} />
      {work.state === "stopped" && (
        <p className="govuk-body">
          <a className="govuk-link" href={`${href}/download/workbook.xlsx`} download="">
            Download the workbook without it
          </a>
        </p>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={href}>
          Back to the scenario
        </a>
      </p>
    </>
  );
}
