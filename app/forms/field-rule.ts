import type { Json } from "../../scenarios/changes/json";
import type { Scenario } from "../../scenarios/model/scenario";
import type { FieldChoice, FieldKind } from "./field-value";

/** What is known about the fields of one path: the only place that says so, for forms, grids and messages. */
export type FieldRule = {
  /** `*` stands for an id, `#` for a place in a list, `{year}` for a financial year, `{basis}` for a basis of shares. */
  readonly path: string;
  readonly kind: FieldKind;
  /** As a heading or beside an input; the unit is said by the kind. */
  readonly label: string;
  /** Emptied, it goes: "not known" or "none". Without it an empty field is refused. */
  readonly mayBeEmpty?: true;
  /** Emptied, the whole line of the list goes that it stands in. */
  readonly removesLine?: true;
  /** Not typed but sent with the fields beside it: it does not make a blank line a filled one. */
  readonly sentAlong?: true;
  /** Of a text that is often a sentence or more: it is typed and read over several lines. */
  readonly isLong?: true;
  /** What the file holds where the field is empty, such as a band without an upper end. */
  readonly emptyIs?: null;
  /** What it means that the field is not there. */
  readonly absent?: Json;
  readonly choices?: (scenario: Scenario) => readonly FieldChoice[];
};
