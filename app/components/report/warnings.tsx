import { Tag, type TagColour } from "../govuk";

export type ListedWarning = {
  readonly id: string;
  readonly text: string;
  /** Where its cause can be seen or mended. */
  readonly href?: string | undefined;
  readonly tone: "bad" | "warn" | "muted";
};

const WORDS: Readonly<Record<ListedWarning["tone"], { readonly text: string; readonly colour: TagColour }>> =
  {
    bad: { text: "Act", colour: "red" },
    warn: { text: "Watch", colour: "yellow" },
    muted: { text: "Note", colour: "grey" },
  };

/** What the figures warn of, in the order given, each linked to its cause. */
export function Warnings({ warnings }: { readonly warnings: readonly ListedWarning[] }) {
  if (warnings.length === 0) return <p className="govuk-body">No warnings.</p>;
  return (
    <ul className="app-warnings">
      {warnings.map(({ id, text, href, tone }) => (
        <li key={id} className="app-warnings__item">
          <Tag colour={WORDS[tone].colour}>{WORDS[tone].text}</Tag>{" "}
          {href === undefined ? (
            text
          ) : (
            <a className="govuk-link" href={href}>
              {text}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
