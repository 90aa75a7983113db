import { Form, Link, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { Button } from "./govuk";

/** A file that takes long to make: how far it is, the way to stop it or to begin again, and where it is when it is there. */
export function FileProgress({
  work: { state, done, of },
  about,
  file,
  back,
}: {
  readonly work: FileWork;
  /** In words: what is being made, how far it is, what is ready, what could not be made. */
  readonly about: {
    readonly working: string;
    readonly progress: string;
    readonly ready: string;
    readonly failed: string;
  };
  readonly file: { readonly href: string; readonly text: string };
  readonly back: { readonly href: string; readonly text: string };
}) {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (state !== "working") return;
    const timer = setInterval(revalidate, ASK_AGAIN_MILLISECONDS);
    return () => clearInterval(timer);
  }, [state, revalidate]);
  return (
    <>
      {state === "working" && (
        <>
          <p className="govuk-body app-text">{about.working}</p>
          <p className="govuk-body" role="status">
            <label htmlFor="file-progress">{about.progress}</label>
          </p>
          <p>
            <progress id="file-progress" className="app-progress" max={of} value={done} />
          </p>
          <noscript>
            <p className="govuk-body">
              <a className="govuk-link" href="">
                See how far it is
              </a>
            </p>
          </noscript>
        </>
      )}
      {state === "ready" && (
        <>
          <p className="govuk-body" role="status">
            {about.ready}
          </p>
          <a className="govuk-button" href={file.href} download="">
            {file.text}
          </a>
        </>
      )}
      {(state === "failed" || state === "stopped") && (
        <p className="govuk-body" role="status">
          {state === "failed"
            ? `${about.failed} Nothing in the plan has changed.`
            : "This was stopped before it was done."}
        </p>
      )}
      {state !== "ready" && (
        <Form method="post" replace>
          <Button look="secondary" name="do" value={state === "working" ? "stop" : "restart"}>
            {state === "working" ? "Stop" : "Start again"}
          </Button>
        </Form>
      )}
      <p className="govuk-body">
        <Link className="govuk-link" to={back.href}>
          {back.text}
        </Link>
      </p>
    </>
  );
}

/** How a file stands, as far as its page says: so much of so much is done. */
export type FileWork = {
  readonly state: "working" | "ready" | "failed" | "stopped";
  readonly done: number;
  readonly of: number;
};

const ASK_AGAIN_MILLISECONDS = 1000;
