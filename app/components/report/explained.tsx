/** A figure that leads to how it comes about; without an address it only stands there. */
export function Explained({
  href,
  label,
  text,
}: {
  readonly href: string | undefined;
  /** What the figure is, for those who hear it without its heading. */
  readonly label: string;
  readonly text: string;
}) {
  if (href === undefined) return text;
  return (
    <a className="app-explained" href={href} aria-label={`${text} (${label}: explain)`}>
      {text}
    </a>
  );
}

/** The heading of a column or of a row whose figures are explained together. It is heard with every cell, so it stays short. */
export function ExplainedHeading({
  href,
  text,
}: {
  readonly href: string | undefined;
  readonly text: string;
}) {
  if (href === undefined) return text;
  return (
    <a className="app-explained" href={href} title="How this comes about">
      {text}
    </a>
  );
}
