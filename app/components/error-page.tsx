import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { type Gone, STATUS_OF } from "../forms/save-answer";
import { useShell } from "../lib/shell";
import { useHome } from "../lib/signed-in";
import { SummaryList } from "./govuk";

type Words = { readonly title: string; readonly text: string; readonly reference?: string };

/** What a person sees instead of a page that cannot be shown: what happened, what to do, no trace of the inside. */
export function ErrorPage() {
  const { requestId } = useShell();
  const home = useHome();
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === STATUS_OF.gone && error.data !== null)
    return <GonePage gone={error.data as Gone} />;
  const { title, text, reference } = explain(error, requestId);
  return (
    <div className="app-text">
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body">{text}</p>
      <p className="govuk-body">
        <a className="govuk-link" href={home}>
          {home === "/plans" ? "Go to the plans" : "Go to your page"}
        </a>
      </p>
      {reference !== undefined && <p className="govuk-body">{reference}</p>}
    </div>
  );
}

/** What a form was about was deleted while it was filled in: who did it, and what was typed, to use again. */
function GonePage({ gone: { message, href, typed } }: { readonly gone: Gone }) {
  return (
    <div className="app-text">
      <h1 className="govuk-heading-l">This is no longer there</h1>
      <p className="govuk-body">Nothing was saved. {message}</p>
      <p className="govuk-body">
        <a className="govuk-link" href={href}>
          Go to the history
        </a>
      </p>
      {typed.length > 0 && (
        <>
          <h2 className="govuk-heading-m">What you typed</h2>
          <SummaryList rows={typed.map(({ about, text }) => ({ key: about, value: text || "Nothing" }))} />
        </>
      )}
    </div>
  );
}

const NOT_FOUND: Words = {
  title: "Page not found",
  text: "Check the address. If you followed a link, what it points to may have been removed or renamed.",
};

const FORBIDDEN: Words = {
  title: "You cannot open this",
  text: "It belongs to another organisation, or your role does not include it. Ask the person who invited you.",
};

function explain(error: unknown, requestId: string): Words {
  if (!isRouteErrorResponse(error)) return explainFault(error, requestId);
  if (error.status === 404) return NOT_FOUND;
  if (error.status === 403 && error.data === null) return FORBIDDEN;
  const said = typeof error.data === "string" ? error.data : "";
  return {
    title: "The planner could not do this",
    text: said === "" ? "Go back and try again." : said,
  };
}

/** A fault of ours. A data request carries its own reference in the message; a page has it in its head. */
function explainFault(error: unknown, requestId: string): Words {
  const said = error instanceof Error ? error.message : "";
  return {
    title: "Something went wrong in the planner",
    text: "What you entered may not have been saved. Go back and try again; if it happens again, report the reference below.",
    reference: said.startsWith("Reference: ") ? said : `Reference: ${requestId}`,
  };
}
