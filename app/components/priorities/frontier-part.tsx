import { useCallback } from "react";
import { markId, placeOnScale } from "../../charts/frontier-scale";
import type { ShownPriorities } from "../../lib/show-priorities";
import { Figure } from "../report/figure";
import { ReportTable } from "../report/report-table";
import { BudgetExplorer } from "./budget-explorer";

export const FRONTIER = { id: "frontier", text: "What another budget would buy" };

/** What any budget would buy: to try, as a picture and as a table; and what less money would lose. */
export function FrontierPart({
  scale,
  figure,
  savings,
  ...explorer
}: NonNullable<ShownPriorities["frontier"]>) {
  const moveMark = useCallback(
    (pence: number) => {
      const place = placeOnScale(scale, pence / 100);
      document.getElementById(markId("frontier-picture"))?.setAttribute("transform", `translate(${place} 0)`);
    },
    [scale],
  );
  return (
    <section id={FRONTIER.id} className="app-section" aria-labelledby="frontier-heading">
      <h2 className="govuk-heading-m" id="frontier-heading">
        {FRONTIER.text}
      </h2>
      <BudgetExplorer key={explorer.lookedAt} {...explorer} onLook={moveMark} />
      <Figure {...figure} />
      {savings !== null && <ReportTable {...savings} />}
    </section>
  );
}
