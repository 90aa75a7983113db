import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { EditForm } from "../components/forms/edit-form";
import { Button, ErrorSummary, NotificationBanner, type SummarisedError } from "../components/govuk";
import { formatMoment } from "../lib/moment";
import { refuseForm } from "../lib/refuse-form";
import { safeRedirect } from "../lib/safe-redirect";
import { authorshipOf, notFound, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { useCanEdit } from "../lib/signed-in";
import type { HistoryEntry, SaveOutcome } from "../services/services";

const ON_A_PAGE = 50;

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
    revisions: shown.map(describe),
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
  const { latest, restored, revisions, newer, older } = useLoaderData<typeof loader>();
  const faults = useActionData<typeof action>()?.faults ?? [];
  const canEdit = useCanEdit();
  return (
    <>
      {faults.length > 0 && <ErrorSummary errors={faults} description="Nothing was restored." />}
      {restored !== null && faults.length === 0 && (
        <NotificationBanner type="success">
          {`The scenario is again as it was in revision ${restored}. The changes since then stay in the list below.`}
        </NotificationBanner>
      )}
      <h2 className="govuk-heading-l">History</h2>
      <p className="govuk-body app-text">
        Every change, the newest first.
        {canEdit &&
          " Restoring a revision adds a new one: nothing is lost, and it can be taken back the same way."}
      </p>
      <div className="app-report__scroll" role="region" aria-label="Changes" tabIndex={0}>
        <table className="govuk-table app-report__table">
          <caption className="govuk-visually-hidden">Changes, the newest first</caption>
          <thead className="govuk-table__head">
            <tr className="govuk-table__row">
              {["Revision", "What", "Why", "Who", "When", ...(canEdit ? ["Restore"] : [])].map((heading) => (
                <th key={heading} scope="col" className="govuk-table__header">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="govuk-table__body">
            {revisions.map((revision) => (
              <Revision key={revision.number} revision={revision} latest={latest} />
            ))}
          </tbody>
        </table>
      </div>
      <Pages newer={newer} older={older} />
    </>
  );
}

type DescribedRevision = ReturnType<typeof describe>;

function Revision({ revision, latest }: { readonly revision: DescribedRevision; readonly latest: number }) {
  const { number, what, why, who, when } = revision;
  const isBusy = useNavigation().state !== "idle";
  const canEdit = useCanEdit();
  return (
    <tr className="govuk-table__row">
      <th scope="row" className="govuk-table__header">
        {number}
      </th>
      <td className="govuk-table__cell">{what}</td>
      <td className="govuk-table__cell">{why}</td>
      <td className="govuk-table__cell">{who}</td>
      <td className="govuk-table__cell">{when}</td>
      {canEdit && (
        <td className="govuk-table__cell">
          {number === latest ? (
            "As it is now"
          ) : (
            <EditForm className="app-restore">
              <input type="hidden" name="revision" value={number} />
              <input type="hidden" name="baseRevision" value={latest} />
              <Button look="secondary" disabled={isBusy}>
                Restore<span className="govuk-visually-hidden"> revision {number}</span>
              </Button>
            </EditForm>
          )}
        </td>
      )}
    </tr>
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

function describe({ number, changeName, reason, author, createdAt }: HistoryEntry) {
  return { number, what: changeName, why: reason ?? "–", who: author, when: formatMoment(createdAt) };
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
