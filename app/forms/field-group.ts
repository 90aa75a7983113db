import type { ShownField } from "./fields";

/** Fields that stand together in a form. */
export type FieldGroup = {
  readonly id: string;
  readonly legend: string;
  readonly note?: string | undefined;
  /** By the name of a field: what helps to fill it in. */
  readonly hints?: Readonly<Record<string, string>>;
  /** A line among others, under a small heading; and what few people need, folded away. */
  readonly isSmall?: true;
  readonly isExtra?: boolean | undefined;
  /** Many small fields: as many beside each other as there is room for. */
  readonly isCompact?: true;
  /** A criterion: its name, its weight beside it, and both ends of its scale. */
  readonly isScale?: true;
  /** Numbers that put what they stand before in order: one below the other, each before its label. */
  readonly isOrder?: true;
  /** The same figures of several things, such as levels: a row for each figure, a column for each of them. */
  readonly table?: FieldTable;
  readonly fields: readonly ShownField[];
};

/** Fields as a table. Each has a label of its own; what its row and its column are called is read before it. */
export type FieldTable = {
  /** Above the rows' names. */
  readonly corner: string;
  readonly columns: readonly { readonly id: string; readonly name: string }[];
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly remark?: string | undefined;
    /** By column; null where there is no such figure. */
    readonly cells: readonly (ShownField | null)[];
  }[];
  /** What explains several rows, folded away. */
  readonly explained: {
    readonly summary: string;
    readonly terms: readonly { readonly name: string; readonly words: string }[];
  } | null;
};
