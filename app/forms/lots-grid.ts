import type { Provision, Scenario } from "../../scenarios/model/scenario";
import { type ShownField, showField } from "./fields";

/** The cells of a table that can be edited in place: by row, then by column of the table of contracts. */
export type EditableCells = Readonly<Record<string, Readonly<Record<string, ShownField>>>>;

const COLUMNS: Readonly<Record<string, string>> = {
  provider: "provider",
  start: "start",
  end: "end",
  certainty: "certainty",
  annual: "price/annual",
  premium: "price/premiumPercent",
};

/** What can be edited of each provision in the table of contracts; the rest is edited on the provision's own page. */
export function editableContracts(scenario: Scenario): EditableCells {
  return Object.fromEntries(
    scenario.provisions.map((provision) => [
      provision.id,
      Object.fromEntries(
        Object.entries(COLUMNS)
          .filter(([, field]) => isEditable(provision, field))
          .map(([column, field]) => [column, showField(scenario, `/provisions/${provision.id}/${field}`)]),
      ),
    ]),
  );
}

/** A price by year has no yearly price and no premium; a premium needs a price. */
function isEditable({ price }: Provision, field: string): boolean {
  if (field === "price/annual") return price === undefined || "annual" in price;
  return field !== "price/premiumPercent" || (price !== undefined && "annual" in price);
}
