import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useLoaderData, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { Button } from "../components/govuk";
import { consultationHref, consultationKeyOf, requireConsultation } from "../lib/consultation-route";

/** How far the packs of all partners are; they are begun when this page is opened, and downloaded from here. */
export async function loader(args: LoaderFunctionArgs) {
  const loaded = await requireConsultation(args);
  const { services, now, reportError } = args.context;
  const job = services.packs.startAll(loaded, loaded.partners, now, reportError);
  const href = consultationHref(consultationKeyOf(args));
  return {
    href,
    file: `${href}/download/packs.zip`,
    state: job.state,
    done: job.state === "working" ? job.done : 0,
    all: loaded.partners.length,
  };
}

/** Stops making them. */
export async function action(args: ActionFunctionArgs) {
  args.context.services.packs.cancelAll(await requireConsultation(args));
  return redirect(`${consultationHref(consultationKeyOf(args))}/packs`, 303);
}

const ASK_AGAIN_MILLISECONDS = 1000;

export default function AllPacksPage() {
  const { href, file, state, done, all } = useLoaderData<typeof loader>();
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (state !== "working") return;
    const timer = setInterval(revalidate, ASK_AGAIN_MILLISECONDS);
    return () => clearInterval(timer);
  }, [state, revalidate]);
  return (
    <>
      <h2 className="govuk-heading-m">All packs</h2>
      {state === "working" && <Working done={done} all={all} />}
      {state === "ready" && (
        <>
          <p className="govuk-body" role="status">
            The {all} packs are ready.
          </p>
          <a className="govuk-button" href={file} download="">
            Download all packs (.zip)
          </a>
        </>
      )}
      {state === "failed" && (
        <p className="govuk-body" role="status">
          The packs could not be made. Nothing has changed. Open this page again to try once more.
        </p>
      )}
      <p className="govuk-body">
        <Link className="govuk-link" to={`${href}/packs`}>
          Back to the packs
        </Link>
      </p>
    </>
  );
}

function Working({ done, all }: { readonly done: number; readonly all: number }) {
  return (
    <>
      <p className="govuk-body" role="status">
        <label htmlFor="packs-progress">{`${done} of ${all} packs are made`}</label>
      </p>
      <p>
        <progress id="packs-progress" className="app-progress" max={all} value={done}>
          {`${done} of ${all}`}
        </progress>
      </p>
      <noscript>
        <p className="govuk-body">
          <a className="govuk-link" href="">
            See how far they are
          </a>
        </p>
      </noscript>
      <Form method="post">
        <Button look="secondary">Cancel</Button>
      </Form>
    </>
  );
}
