import type { ReactNode } from "react";

/** One changed value in words: what it is of, what it was and what it is; "nothing" where it was added or taken away. */
export type ListedChange = {
  readonly path: string;
  readonly about: string;
  readonly from: string;
  readonly to: string;
};

/** Changed values, one below the other, with what belongs to each. */
export function ChangeList({
  changes,
  children,
}: {
  readonly changes: readonly ListedChange[];
  /** What stands below a change, such as its reason. */
  readonly children?: (change: ListedChange) => ReactNode;
}) {
  return (
    <ul className="govuk-list app-changes">
      {changes.map((change, place) => (
        <li key={`${place}-${change.path}`} className="app-changes__item">
          <span className="app-changes__about">{change.about}</span>{" "}
          <span className="app-changes__values">
            <ChangedValue {...change} />
          </span>
          {children?.(change)}
        </li>
      ))}
    </ul>
  );
}

const NOTHING = "nothing";

function ChangedValue({ from, to }: ListedChange) {
  if (from === NOTHING) return <>New: {to}</>;
  if (to === NOTHING) return <>Taken away: {from}</>;
  return (
    <>
      <span className="govuk-visually-hidden">from </span>
      {from} <span aria-hidden="true">→</span>
      <span className="govuk-visually-hidden">to</span> {to}
    </>
  );
}
