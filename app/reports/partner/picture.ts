import type { Pence } from "../../../scenarios/model/money";

/** Bars beside each other, for those who would rather look; its figures stand in the table that it names. */
export type PartnerPicture = {
  readonly id: string;
  readonly title: string;
  readonly caption: string;
  readonly tableId: string;
  readonly groups: readonly string[];
  /** All of a picture are amounts of money, or all are quantities. */
  readonly series: readonly { readonly name: string; readonly values: readonly (Pence | number | null)[] }[];
};
