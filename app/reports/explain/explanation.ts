import type { Pointer } from "../../../scenarios/changes/pointer";
import type { Pence } from "../../../scenarios/model/money";
import type { Quantity } from "../../../scenarios/model/quantity";
import type { Address, CellKind, ReportTable } from "../report-table";

/** How a figure comes about: the rule in words, what it is the sum of, the steps, and the inputs that it rests on. */
export type Explanation = {
  readonly title: string;
  /** Null where it is of several figures, which are all worked out in one way. */
  readonly value: Pence | Quantity | null;
  readonly kind: CellKind;
  /** The rule, in sentences. */
  readonly rule: readonly string[];
  /** They add up to the value: to the penny, or as exactly as quantities are. */
  readonly parts: readonly Part[];
  /** The steps with their exact values. */
  readonly workings: readonly ReportTable[];
  /** The fields of the scenario that it rests on; those that are not there are left out. */
  readonly inputs: readonly Pointer[];
};

export type Part = {
  readonly id: string;
  readonly label: string;
  /** With its sign: what is taken away is negative. */
  readonly value: Pence | Quantity;
  /** Where this part is explained in turn. */
  readonly to?: Address;
};
