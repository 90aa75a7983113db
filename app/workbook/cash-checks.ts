import type { WorkbookCheck, WorkbookPlaces } from "./workbook-check";

/** Cash is the same money at another time. */
export function cashChecks(at: WorkbookPlaces): WorkbookCheck[] {
  const [cash, summary] = [at("Cash"), at("Summary")];
  const money = `${summary.cell("contributions", "total")}-${summary.cell("sources", "total")}`;
  return [
    {
      id: "cash-paid",
      about: "What is paid out is the cost",
      formula: `${cash.cell("paid", "total")}-${at("Monthly").cell("total", "total")}`,
      where: "Cash, Monthly",
    },
    {
      id: "cash-received",
      about: "What comes in is the contributions and the money of sources",
      formula: `${cash.cell("received", "total")}-${money}`,
      where: "Cash, Summary",
    },
  ];
}
