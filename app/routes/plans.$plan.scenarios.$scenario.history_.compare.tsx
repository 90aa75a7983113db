import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { diffDocuments } from "../../scenarios/changes/diff-documents";
import { ChangeList } from "../components/history/change-list";
import { describeChanges } from "../forms/describe-changes";
import { compareHref, compareSearch } from "../lib/compare-query";
import { formatCount } from "../lib/format-count";
import { formatMoment } from "../lib/moment";
import { safeRedirect } from "../lib/safe-redirect";
import { notFound, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import type { HistoryEntry } from "../services/services";

export async function loader(args: LoaderFunctionArgs) {
  const key = scenarioKeyOf(args);
  const { services } = args.context;
  const history = await services.loadHistory(key);
  const search = new URL(args.request.url).searchParams;
  // Which two are compared is chosen there.
  if (!search.has("from") || !search.has("to"))
    throw safeRedirect(`${scenarioHref(key)}/history`) as Response;
  const [from, to] = ["from", "to"].map((name) => revisionIn(history ?? [], search.get(name)));
  if (from === undefined || to === undefined) throw notFound();
  const [before, after] = await Promise.all(
    [from, to].map(({ number }) => services.loadRevision(key, number)),
  );
  if (before == null || after == null) throw notFound();
  const picks = [from, to].map(({ number }) => ({ scenario: key.scenario, revision: number }));
  return {
    back: `${scenarioHref(key)}/history`,
    from: wordsOf(from),
    to: wordsOf(to),
    changes: describeChanges(before, after, diffDocuments(before, after)),
    figuresHref: `${compareHref(key.plan)}${compareSearch({ picks, hideEqual: true, sort: "group", why: null })}`,
  };
}

export default function CompareRevisionsPage() {
  const { back, from, to, changes, figuresHref } = useLoaderData<typeof loader>();
  return (
    <div className="app-text">
      <h2 className="govuk-heading-l">{`From revision ${from.number} to revision ${to.number}`}</h2>
      <p className="govuk-body">
        From {from.when} (“{from.name}”) to {to.when} (“{to.name}”):{" "}
        {changes.length === 0
          ? "nothing is different."
          : `${formatCount(changes.length, "value is", "values are")} different.`}
      </p>
      <ChangeList changes={changes} />
      <ul className="govuk-list">
        {changes.length > 0 && (
          <li>
            <a className="govuk-link" href={figuresHref}>
              Compare the figures of the two
            </a>
          </li>
        )}
        <li>
          <a className="govuk-link" href={back}>
            Back to the history
          </a>
        </li>
      </ul>
    </div>
  );
}

function revisionIn(history: readonly HistoryEntry[], text: string | null): HistoryEntry | undefined {
  return history.find(({ number }) => String(number) === text);
}

function wordsOf({ number, changeName, createdAt }: HistoryEntry) {
  return { number, name: changeName, when: formatMoment(createdAt) };
}
