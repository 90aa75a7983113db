import { type MouseEvent, type ReactNode, useEffect, useRef } from "react";

export type SummarisedError = {
  /** Where the fault can be mended: `#name-of-the-field`, or another page. */
  readonly href?: string | undefined;
  readonly text: string;
};

/** Faults by the names of their fields. */
export const atFields = (faults: Readonly<Record<string, string>>): readonly SummarisedError[] =>
  Object.entries(faults).map(([name, text]) => ({ href: `#${name}`, text }));

/**
 * Takes the focus to the field itself: to follow the link would be a step in the browser's history, with which the answer
 * and what was typed would go. What cannot take the focus is followed as any link is.
 */
function goToField(event: MouseEvent<HTMLAnchorElement>): void {
  const href = event.currentTarget.getAttribute("href") ?? "";
  const field = href.startsWith("#") ? document.getElementById(href.slice(1)) : null;
  field?.focus();
  if (field === null || document.activeElement !== field) return;
  event.preventDefault();
  (field.closest(".govuk-form-group") ?? field).scrollIntoView();
}

/** At the top of `main`. It takes the focus when it appears, so that a reader of the screen hears it. */
export function ErrorSummary({
  title = "There is a problem",
  description,
  errors,
}: {
  readonly title?: string;
  readonly description?: ReactNode;
  readonly errors: readonly SummarisedError[];
}) {
  const element = useRef<HTMLDivElement>(null);
  const said = errors.map(({ text }) => text).join("\n");
  const heard = useRef<string | null>(null);
  useEffect(() => {
    const forget = (): void => {
      heard.current = null;
    };
    document.addEventListener("submit", forget);
    return () => document.removeEventListener("submit", forget);
  }, []);
  // Once for each answer: not again when the page is brought up to date while somebody mends a field.
  useEffect(() => {
    if (heard.current === said) return;
    heard.current = said;
    element.current?.focus();
  });
  return (
    <div className="govuk-error-summary" ref={element} tabIndex={-1}>
      <div role="alert">
        <h2 className="govuk-error-summary__title">{title}</h2>
        <div className="govuk-error-summary__body">
          {description !== undefined && <p>{description}</p>}
          <ul className="govuk-list govuk-error-summary__list">
            {errors.map(({ href, text }, place) => (
              <li key={`${place}`}>
                {href === undefined ? (
                  text
                ) : (
                  <a href={href} onClick={goToField}>
                    {text}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
