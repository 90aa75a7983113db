import { type ReactNode, useEffect, useId, useRef } from "react";
import { classes } from "./classes";

/** Says what has just been done (success), or what everybody on the page has to know (important). */
export function NotificationBanner({
  type = "important",
  title = type === "success" ? "Success" : "Important",
  titleId: givenId,
  children,
}: {
  readonly type?: "success" | "important" | undefined;
  readonly title?: string | undefined;
  readonly titleId?: string | undefined;
  readonly children: ReactNode;
}) {
  const ownId = useId();
  const titleId = givenId ?? ownId;
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (type === "success") element.current?.focus();
  }, [type]);
  return (
    <div
      ref={element}
      className={classes(
        "govuk-notification-banner",
        type === "success" && "govuk-notification-banner--success",
      )}
      role={type === "success" ? "alert" : "region"}
      tabIndex={type === "success" ? -1 : undefined}
      aria-labelledby={titleId}
    >
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title" id={titleId}>
          {title}
        </h2>
      </div>
      <div className="govuk-notification-banner__content">
        {typeof children === "string" ? (
          <p className="govuk-notification-banner__heading">{children}</p>
        ) : (
          children
        )}
      </div>
    </div>
  );
}
