import type { JsonObject } from "../../scenarios/changes/json";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Scenario } from "../../scenarios/model/scenario";
import type { ReportTable } from "../reports/report-table";
import type { FieldChoice } from "./field-value";
import type { Way } from "./ways";

/**
 * One list of the scenario file as people edit it: the one declaration behind its table, the grid over it, the form of a
 * row, what can be pasted into it and its file.
 */
export type ListRule = {
  /** As in {@link FIELD_RULES}, such as `/risks/*`. */
  readonly pattern: string;
  /** What one row is, in the middle of a sentence. */
  readonly one: string;
  /** The page on which the list stands: the last part of its address; `{id}` is the id of the provision, round or line. */
  readonly page: string;
  /** Where a row has a page of its own, more than a form: what stands before its id. */
  readonly opens?: string;
  /** Every field of a row, in the order of its form; the first is its name in the grid. */
  readonly fields: (scenario: Scenario) => readonly string[];
  /** Where the form of a row has parts: its groups of fields. `element` is undefined for a new one. */
  readonly groups?: (
    scenario: Scenario,
    element: unknown,
    options: { readonly form: string | null },
  ) => readonly PathGroup[];
  /** What a new row starts with. */
  readonly blank?: (scenario: Scenario) => JsonObject;
  /** Where a row is said in one of several ways. */
  readonly ways?: readonly Way[];
  /** Of lists that are shown as a grid. */
  readonly grid?: {
    /** Stable: anchor, name of the CSV, address of the page to paste into; of a list inside another with that one's id. */
    readonly id: string;
    /** The page of the grid, where its rows lead to others. */
    readonly page?: string;
    /** What a new row of the grid adds, where its rows are inside others. */
    readonly one?: string;
    readonly title: string;
    readonly note: string;
    /** What an empty list means and what to do first. */
    readonly empty: string;
    /** The columns by which a pasted row is known again; without any it is the first. A missing one counts as empty. */
    readonly keys?: readonly string[];
    /** Where pasted rows are the whole list: the scenario without it. Null while it cannot be replaced, nor shown as a grid. */
    readonly replaces?: (scenario: Scenario) => Scenario | null;
    /** Fields that stand only in the form of a row. */
    readonly without?: readonly string[];
    /** Columns of money that do not add up, such as prices of a unit. Other quantities never do: each has its own unit. */
    readonly notAdded?: readonly string[];
    /** What can be chosen in a column, where it depends on what the list stands in. */
    readonly choices?: (scenario: Scenario, base: string) => Readonly<Record<string, readonly FieldChoice[]>>;
    /** Of lists inside others that are one grid together: columns for the outer element, filled in where that is new. */
    readonly outer?: Readonly<Record<string, string>>;
    /** Where a report shows the list with more than its fields: that table, and the field behind each of its columns. */
    readonly report?: {
      readonly build: (evaluation: Evaluation) => ReportTable;
      readonly fields: (scenario: Scenario) => Readonly<Record<string, string>>;
      /** The columns that stand first in the grid: what is typed beside what follows from it. */
      readonly order?: readonly string[];
    };
  };
};

/** Fields that stand together in a form, by their paths below the element. */
export type PathGroup = {
  readonly id: string;
  readonly legend: string;
  readonly note?: string;
  /** A line among others, under a small heading; and what few people need, folded away. */
  readonly isSmall?: true;
  readonly isExtra?: boolean;
  readonly fields: readonly string[];
  /** Words and values of lines that are not there yet, where their fields alone do not say them. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly values?: Readonly<Record<string, string>>;
  /** What helps to fill a field in. */
  readonly hints?: Readonly<Record<string, string>>;
};
