import { useEffect, useState } from "react";
import type { LiveState } from "../../live/use-live-figures";
import type { Effects, MovedFigure, MovedNotice } from "../../reports/effects";
import { isEffect } from "../../reports/effects";

/** Beside a form: what it moves while someone types, or why that cannot be said yet. Nothing where nothing moves. */
export function WhatChanges({
  effects,
  live,
}: {
  readonly effects: Effects | null;
  readonly live: LiveState;
}) {
  const obstacle = obstacleOf(live);
  const moved = obstacle === null && effects !== null && isEffect(effects) ? effects : null;
  const spoken = useRested(obstacle ?? (moved === null ? "" : spokenOf(moved)));
  return (
    <div className="app-effects">
      <p className="govuk-visually-hidden" role="status">
        {spoken}
      </p>
      {(obstacle !== null || moved !== null) && (
        <section className="app-effects__panel" aria-label={TITLE} tabIndex={0}>
          <h3 className="govuk-heading-s">{TITLE}</h3>
          {obstacle !== null && <p className="govuk-body-s">{obstacle}</p>}
          {moved !== null && <EffectLists effects={moved} />}
          {moved !== null && <p className="govuk-body-s app-effects__state">Not saved yet.</p>}
        </section>
      )}
    </div>
  );
}

const TITLE = "What this changes";

/** Figures before and after, then the warnings that appear, those that say something else, and those that go. */
export function EffectLists({ effects: { figures, appears, moves, goes } }: { readonly effects: Effects }) {
  return (
    <>
      {figures.length > 0 && (
        <dl className="app-effects__figures">
          {figures.map((figure) => (
            <Figure key={figure.id} figure={figure} />
          ))}
        </dl>
      )}
      <Notices title="Warnings that appear" notices={appears} />
      <Notices title="Warnings that now say" notices={moves} />
      <Notices title="Warnings that go" notices={goes} />
    </>
  );
}

function Figure({ figure: { label, before, after, change } }: { readonly figure: MovedFigure }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {before} <span aria-hidden="true">→</span>
        <span className="govuk-visually-hidden">becomes</span> <strong>{after}</strong>
      </dd>
      {change !== null && <dd className="app-effects__change">{change}</dd>}
    </div>
  );
}

function Notices({ title, notices }: { readonly title: string; readonly notices: readonly MovedNotice[] }) {
  if (notices.length === 0) return null;
  return (
    <>
      <p className="govuk-body app-effects__title">{title}</p>
      <ul className="govuk-list govuk-list--bullet app-effects__notices">
        {notices.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </>
  );
}

function obstacleOf(live: LiveState): string | null {
  if (live.state === "unavailable") return "This is seen when the form is saved.";
  if (live.state !== "refused") return null;
  const [first = "Some of what is typed cannot be read.", ...others] = live.faults;
  return `It shows here as soon as what you typed can be counted. ${first}${others.length === 0 ? "" : ` (And ${others.length} more.)`}`;
}

/** More than this is not listened to: the panel has the rest. */
const MOST_SPOKEN = 3;

function spokenOf({ figures, appears, moves, goes }: Effects): string {
  const said = figures
    .slice(0, MOST_SPOKEN)
    .map(({ label, before, after }) => `${label}: ${before} becomes ${after}.`);
  const rest = figures.length - said.length;
  return [
    `${TITLE}, not saved yet.`,
    ...said,
    ...(rest > 0 ? [`${rest} more figures change.`] : []),
    ...(appears.length > 0 ? [`Warnings that appear: ${appears.length}.`] : []),
    ...(moves.length > 0 ? [`Warnings that say something else: ${moves.length}.`] : []),
    ...(goes.length > 0 ? [`Warnings that go: ${goes.length}.`] : []),
  ].join(" ");
}

/** Letter by letter it would only interrupt: it is said when the typing rests. */
const REST_MILLISECONDS = 1000;

function useRested(text: string): string {
  const [rested, setRested] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), REST_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}
