import { partnerPictureChart } from "../charts/partner-picture";
import type { ShownSection } from "../components/partner/partner-sections";
import { formatTable } from "../reports/format-table";
import { buildPartnerReport } from "../reports/partner/partner-report";
import type { PartnerReport } from "../reports/partner/partner-section";
import type { PartnerView } from "../services/consultations";
import type { Id } from "../../scenarios/model/identifiers";
import { formatFigures } from "./key-figures";
import { csvHref } from "./shown-table";

/** Reports that are kept: what follows from frozen scenarios never changes, and a page, its files and its pack share one. */
const REPORTS_KEPT = 60;
const kept = new Map<string, PartnerReport>();

/** The report of one partner, worked out once for its consultation as it stands. */
export function partnerReportOf(
  { consultation, scenarios, earlier }: Pick<PartnerView, "consultation" | "scenarios" | "earlier">,
  organisation: Id,
): PartnerReport {
  const { introduction, questions, opens, closes, silence, smallNumberThreshold } = consultation;
  const hashes = consultation.snapshots.map(({ contentHash }) => contentHash);
  const terms = [introduction, questions, opens, closes, silence, smallNumberThreshold];
  const which = [consultation.plan, consultation.id, organisation, earlier.length];
  const key = JSON.stringify([which, hashes, terms]);
  const report = kept.get(key) ?? buildPartnerReport({ consultation, scenarios, earlier, organisation });
  kept.delete(key);
  kept.set(key, report);
  const [oldest] = kept.keys();
  if (kept.size > REPORTS_KEPT && oldest !== undefined) kept.delete(oldest);
  return report;
}

/** A partner's report as its page shows it; `href` is what the files of its tables stand below, where they can be had. */
export function showPartnerReport({ sections }: PartnerReport, href: string | null): readonly ShownSection[] {
  return sections.map(({ id, title, sentences, figures, tables, pictures }) => ({
    ...{ id, title, sentences },
    figures: formatFigures(figures),
    tables: tables.map(({ isBehind = false, ...table }) => {
      const picture = pictures.find(({ tableId }) => tableId === table.id);
      return {
        ...{ table: formatTable(table), isBehind },
        downloadHref: href === null ? undefined : csvHref(href, table.id),
        picture:
          picture === undefined ? null : { svg: partnerPictureChart(picture), caption: picture.caption },
      };
    }),
  }));
}
