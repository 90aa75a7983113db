import { memo } from "react";
import type { Tone } from "../../reports/report-table";
import { Explained } from "./explained";
import { classes } from "../govuk/classes";

export type FormattedFigure = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** What is behind it, in one sentence. */
  readonly note?: string | undefined;
  /** Against the scenario it is compared with: "£12,000 more than the baseline". */
  readonly change?: string | undefined;
  readonly tone?: Tone | undefined;
  /** Where it is explained. */
  readonly href?: string | undefined;
  /** What the saved scenario says, where edits that are not saved yet say something else. */
  readonly was?: string | undefined;
};

/** The figures that a page leads with. */
export const KeyFigures = memo(function KeyFigures({
  figures,
}: {
  readonly figures: readonly FormattedFigure[];
}) {
  return (
    <dl className="app-key-figures">
      {figures.map(({ id, label, value, note, change, tone, was, href }) => (
        <div
          key={id}
          className={classes("app-key-figures__figure", tone && `app-key-figures__figure--${tone}`)}
        >
          <dt className="app-key-figures__label">{label}</dt>
          <dd className="app-key-figures__value">
            <Explained href={href} label={label} text={value} />
          </dd>
          {was !== undefined && <dd className="app-was">saved: {was}</dd>}
          {change !== undefined && <dd className="app-key-figures__change">{change}</dd>}
          {note !== undefined && <dd className="app-key-figures__remark">{note}</dd>}
        </div>
      ))}
    </dl>
  );
});
