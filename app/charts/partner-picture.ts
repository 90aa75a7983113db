import { formatCell } from "../reports/format-table";
import type { PartnerPicture } from "../reports/partner/picture";
import { groupedBarsChart } from "./grouped-bars";
import { poundsForDrawing, shortPounds } from "./short-figures";

/** A picture of a partner's report as bars; an amount that is not known has no bar and says so. */
export function partnerPictureChart({ id, title, caption, groups, series }: PartnerPicture): string {
  const isMoney = series.some(({ values }) => values.some((value) => typeof value === "bigint"));
  const bars = series.map(({ name, values }) => ({
    name,
    values: values.map((value) => (typeof value === "bigint" ? poundsForDrawing(value) : value)),
  }));
  return groupedBarsChart(
    {
      groups,
      series: bars,
      format: isMoney ? shortPounds : (value) => formatCell(value, "quantity", 0),
      nothing: "not known",
    },
    { id, title, description: caption },
  );
}
