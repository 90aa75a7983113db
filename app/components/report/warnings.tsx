import { classes } from "../govuk/classes";

export type ListedWarning = {
  readonly id: string;
  readonly text: string;
  /** Where its cause can be seen or mended. */
  readonly href?: string | undefined;
  readonly severity: "bad" | "warn";
};

const WORDS = { bad: "Serious", warn: "Check" } as const;

/** What the figures warn of, worst first as given, each linked to its cause. */
export function Warnings({ warnings }: { readonly warnings: readonly ListedWarning[] }) {
  if (warnings.length === 0) return <p className="govuk-body">No warnings.</p>;
  return (
    <ul className="app-warnings">
      {warnings.map(({ id, text, href, severity }) => (
        <li key={id} className="app-warnings__item">
          <strong
            className={classes("govuk-tag", severity === "bad" ? "govuk-tag--red" : "govuk-tag--yellow")}
          >
            {WORDS[severity]}
          </strong>{" "}
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
