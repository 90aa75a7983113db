import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  Button,
  Details,
  ErrorSummary,
  NotificationBanner,
  Select,
  type SummarisedError,
} from "../components/govuk";
import { HistoryList } from "../components/history/history-list";
import { revisionItems, showRevisions } from "../lib/history-page";
import { refuseForm } from "../lib/refuse-form";
import { safeRedirect } from "../lib/safe-redirect";
import { authorshipOf, notFound, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { useCanEdit } from "../lib/signed-in";
import type { HistoryEntry } from "../services/services";
import type { SaveOutcome } from "../services/saving";

/** Each with the values that it changed. */
const ON_A_PAGE = 25;
/** The latest ones; an older one is compared from its own place in the list. */
const MOST_TO_CHOOSE = 200;

export async function loader(args: LoaderFunctionArgs) {
  const key = scenarioKeyOf(args);
  const history = await args.context.services.loadHistory(key);
  if (history === null) throw notFound();
  const search = new URL(args.request.url).searchParams;
  const first = placeOf(history, wholeNumber(search.get("from")));
  const shown = history.slice(first, first + ON_A_PAGE);
  const restored = wholeNumber(search.get("restored"));
  return {
    latest: history[0]?.number ?? 0,
    restored: history.some(({ number }) => number === restored) ? restored : null,
    href: `${scenarioHref(key)}/history`,
    revisions: showRevisions(shown, await args.context.services.loadDocuments(key, rangeOf(shown))),
    items: revisionItems(history.slice(0, MOST_TO_CHOOSE)),
    newer: first === 0 ? null : linkFrom(scenarioHref(key), history[Math.max(0, first - ON_A_PAGE)]),
    older: linkFrom(scenarioHref(key), history[first + ON_A_PAGE]),
  };
}

/** Makes an earlier revision the latest again; nothing that came after it is lost. */
export async function action(args: ActionFunctionArgs) {
  const key = scenarioKeyOf(args);
  const form = await readForm(args.request);
  const [revision, baseRevision] = ["revision", "baseRevision"].map((name) =>
    wholeNumber(form?.get(name) ?? null),
  );
  if (revision == null || baseRevision == null) return refuseForm({ faults: [NOTHING_CHOSEN] });
  const outcome = await args.context.services.restoreRevision(
    key,
    { revision, baseRevision },
    authorshipOf(args),
  );
  if (outcome.outcome === "missing") throw notFound();
  if (outcome.outcome !== "saved") return refuseForm({ faults: explain(outcome) });
  return safeRedirect(`${scenarioHref(key)}/history?restored=${revision}`);
}

export default function HistoryPage() {
  const { latest, restored, revisions, newer, older, href, items } = useLoaderData<typeof loader>();
  const canEdit = useCanEdit();
  const faults = useActionData<typeof action>()?.faults ?? [];
  return (
    <div className="app-text">
      {faults.length > 0 && <ErrorSummary errors={faults} description="Nothing was restored." />}
      {restored !== null && faults.length === 0 && (
        <NotificationBanner type="success">
          {`The scenario is again as it was in revision ${restored}. The changes since then stay in the list below.`}
        </NotificationBanner>
      )}
      <h2 className="govuk-heading-l">History</h2>
      <p className="govuk-body">
        Every change, the newest first.
        {canEdit &&
          " Restoring a revision adds a new one: nothing is lost, and it can be taken back the same way."}
      </p>
      {items.length > 1 && (
        <Details summary="Compare two revisions">
          <form method="get" action={`${href}/compare`}>
            <Select name="from" label="From" items={items} defaultValue={items.at(-1)?.value} />
            <Select name="to" label="To" items={items} defaultValue={items[0]?.value} />
            <Button look="secondary">Compare</Button>
          </form>
        </Details>
      )}
      <HistoryList {...{ revisions, latest, href }} mayEdit={canEdit} />
      <Pages newer={newer} older={older} />
    </div>
  );
}

function Pages({ newer, older }: { readonly newer: string | null; readonly older: string | null }) {
  if (newer === null && older === null) return null;
  return (
    <nav aria-label="More of the history" className="govuk-body">
      {newer !== null && (
        <a className="govuk-link" href={newer}>
          Newer changes
        </a>
      )}{" "}
      {older !== null && (
        <a className="govuk-link" href={older}>
          Older changes
        </a>
      )}
    </nav>
  );
}

/** The documents that say what these revisions, newest first, changed: their own and the one before. */
function rangeOf(shown: readonly HistoryEntry[]): { readonly from: number; readonly to: number } {
  return { from: (shown.at(-1)?.number ?? 1) - 1, to: shown[0]?.number ?? 0 };
}

/** The place of a revision in the list, newest first; the top when there is no such revision. */
function placeOf(history: readonly HistoryEntry[], number: number | null): number {
  return Math.max(
    0,
    history.findIndex((entry) => entry.number === number),
  );
}

function linkFrom(href: string, first: HistoryEntry | undefined): string | null {
  return first === undefined ? null : `${href}/history?from=${first.number}`;
}

const NOTHING_CHOSEN: SummarisedError = { text: "Choose the revision to restore with the button beside it." };

function explain(
  outcome: Exclude<SaveOutcome, { outcome: "saved" | "missing" }>,
): readonly SummarisedError[] {
  if (outcome.outcome === "refused") return outcome.issues.map(({ message }) => ({ text: message }));
  const who = [...new Set(outcome.clashes.map(({ by }) => by))].join(", ");
  return [
    {
      text: `${who === "" ? "Someone" : who} changed the scenario meanwhile. Look at the newest revision, then restore again.`,
    },
  ];
}

function wholeNumber(text: FormDataEntryValue | null): number | null {
  return typeof text === "string" && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

async function readForm(request: Request): Promise<FormData | null> {
  try {
    return await request.formData();
  } catch {
    return null; // Not a form at all.
  }
}
