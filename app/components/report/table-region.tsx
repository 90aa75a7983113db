import { type ReactNode, useRef } from "react";
import { classes } from "../govuk/classes";
import { useOneStop } from "./use-one-stop";

/**
 * The region of a table, which scrolls inside it where the page is too narrow, and can be scrolled by keyboard. Where the
 * table has links they are one stop together, and the keys scroll as they move: the region needs no stop of its own.
 */
export function TableRegion({
  captionId,
  className,
  children,
}: {
  readonly captionId: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  const region = useRef<HTMLDivElement>(null);
  const { isOneStop, onKeyDown } = useOneStop(region);
  const keysId = `${captionId}-keys`;
  return (
    <>
      <div
        ref={region}
        className={classes("app-report__scroll", className)}
        role="region"
        aria-labelledby={captionId}
        aria-describedby={isOneStop ? keysId : undefined}
        tabIndex={isOneStop ? undefined : 0}
        onKeyDown={onKeyDown}
      >
        {children}
      </div>
      {isOneStop && (
        <p className="govuk-body-s app-report__keys" id={keysId}>
          Arrow keys go from figure to figure, Enter explains one, Tab leaves the table.
        </p>
      )}
    </>
  );
}
