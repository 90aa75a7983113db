import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useLoaderData, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { Button } from "../components/govuk";
import { requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { cancelWorkbook, startWorkbook } from "../lib/workbook-download";

/** How far the workbook of a large plan is; it is begun when this page is opened, and downloaded from here. */
export async function loader(args: LoaderFunctionArgs) {
  const loaded = await requireScenario(args);
  const job = await startWorkbook(args, loaded);
  const href = scenarioHref(scenarioKeyOf(args));
  return {
    href,
    file: `${href}/download/workbook.xlsx`,
    state: job.state,
    percent: job.state === "working" && job.all > 0 ? Math.floor((100 * job.done) / job.all) : 0,
    megabytes: job.state === "ready" ? (job.content.length / 1e6).toFixed(1) : "",
  };
}

/** Stops making the workbook. */
export async function action(args: ActionFunctionArgs) {
  cancelWorkbook(args, await requireScenario(args));
  return redirect(scenarioHref(scenarioKeyOf(args)), 303);
}

const ASK_AGAIN_MILLISECONDS = 1000;

export default function WorkbookPage() {
  const { href, file, state, percent, megabytes } = useLoaderData<typeof loader>();
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (state !== "working") return;
    const timer = setInterval(revalidate, ASK_AGAIN_MILLISECONDS);
    return () => clearInterval(timer);
  }, [state, revalidate]);
  return (
    <>
      <h2 className="govuk-heading-l">Finance workbook</h2>
      {state === "working" && <Working percent={percent} />}
      {state === "ready" && (
        <>
          <p className="govuk-body" role="status">
            The workbook is ready.
          </p>
          <a className="govuk-button" href={file} download="">
            {`Download the workbook (Excel, ${megabytes} MB)`}
          </a>
        </>
      )}
      {state === "failed" && (
        <p className="govuk-body" role="status">
          The workbook could not be made. Nothing in the plan has changed. Open this page again to try once
          more.
        </p>
      )}
      <p className="govuk-body">
        <Link className="govuk-link" to={href}>
          Back to the scenario
        </Link>
      </p>
    </>
  );
}

function Working({ percent }: { readonly percent: number }) {
  return (
    <>
      <p className="govuk-body app-text">
        This is a large plan: its workbook takes some seconds. You can go on working meanwhile; the workbook
        is kept here.
      </p>
      <p className="govuk-body" role="status">
        <label htmlFor="workbook-progress">{`Written so far: ${percent}%`}</label>
      </p>
      <p>
        <progress id="workbook-progress" className="app-progress" max={100} value={percent}>
          {`${percent}%`}
        </progress>
      </p>
      <noscript>
        <p className="govuk-body">
          <a className="govuk-link" href="">
            See how far it is
          </a>
        </p>
      </noscript>
      <Form method="post">
        <Button look="secondary">Cancel</Button>
      </Form>
    </>
  );
}
