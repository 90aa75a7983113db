import { partnerPictureChart } from "../charts/partner-picture";
import type { ShownSection } from "../components/partner/partner-sections";
import { formatTable } from "../reports/format-table";
import type { PartnerReport } from "../reports/partner/partner-report";
import { formatFigures } from "./key-figures";
import { csvHref } from "./shown-table";

/** A partner's report as its page shows it; `href` is what the files of its tables stand below, where they can be had. */
export function showPartnerReport({ sections }: PartnerReport, href: string | null): readonly ShownSection[] {
  return sections.map(({ id, title, sentences, figures, tables, pictures }) => ({
    ...{ id, title, sentences },
    figures: formatFigures(figures),
    tables: tables.map((table) => {
      const picture = pictures.find(({ tableId }) => tableId === table.id);
      return {
        table: formatTable(table),
        downloadHref: href === null ? undefined : csvHref(href, table.id),
        picture:
          picture === undefined ? null : { svg: partnerPictureChart(picture), caption: picture.caption },
      };
    }),
  }));
}
