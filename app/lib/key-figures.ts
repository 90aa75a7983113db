import type { FormattedFigure } from "../components/report/key-figures";
import { formatCell } from "../reports/format-table";
import type { KeyFigure } from "../reports/report-table";
import { explainHref } from "./shown-table";

/** Headline figures as text; with the address of the scenario each leads to what explains it. */
export function formatFigures(
  figures: readonly KeyFigure[],
  scenarioHref?: string,
): readonly FormattedFigure[] {
  return figures.map(({ id, label, value, kind, note, tone, explains }) => ({
    id,
    label,
    value: formatCell(value, kind),
    note,
    tone,
    href:
      explains === undefined || scenarioHref === undefined ? undefined : explainHref(scenarioHref, explains),
  }));
}
