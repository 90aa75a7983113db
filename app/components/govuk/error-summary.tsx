import { type ReactNode, useEffect, useRef } from "react";

export type SummarisedError = {
  /** Where the fault can be mended: `#name-of-the-field`, or another page. */
  readonly href?: string | undefined;
  readonly text: string;
};

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
  useEffect(() => element.current?.focus(), [errors]);
  return (
    <div className="govuk-error-summary" ref={element} tabIndex={-1}>
      <div role="alert">
        <h2 className="govuk-error-summary__title">{title}</h2>
        <div className="govuk-error-summary__body">
          {description !== undefined && <p>{description}</p>}
          <ul className="govuk-list govuk-error-summary__list">
            {errors.map(({ href, text }, place) => (
              <li key={`${place}`}>{href === undefined ? text : <a href={href}>{text}</a>}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
