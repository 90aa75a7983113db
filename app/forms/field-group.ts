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
  readonly fields: readonly ShownField[];
};
