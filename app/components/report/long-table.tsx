import type { ComponentProps } from "react";
import { Details } from "../govuk";
import { ReportTable } from "./report-table";

/** A table with more rows is folded away, so that what stands below it is not a long way off. */
const ROWS_AT_ONCE = 20;

/** The words under which a long table is folded away, with the number of its rows; undefined where it is short. */
export function longWords({
  title,
  rows,
}: {
  readonly title: string;
  readonly rows: readonly unknown[];
}): string | undefined {
  return rows.length > ROWS_AT_ONCE ? `${title}: ${rows.length.toLocaleString("en-GB")} rows` : undefined;
}

/** A table that opens when it is asked for, where it has more rows than a page can hold. */
export function LongTable(props: ComponentProps<typeof ReportTable>) {
  const words = longWords(props.table);
  const table = <ReportTable {...props} />;
  return words === undefined ? table : <Details summary={words}>{table}</Details>;
}
