import type { FormattedFigure } from "../components/report/key-figures";
import { formatCell } from "../reports/format-table";
import type { KeyFigure } from "../reports/report-table";

/** Headline figures as text. */
export function formatFigures(figures: readonly KeyFigure[]): readonly FormattedFigure[] {
  return figures.map(({ id, label, value, kind, note, tone }) => ({
    id,
    label,
    value: formatCell(value, kind),
    note,
    tone,
  }));
}
