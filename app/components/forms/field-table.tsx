import type { FieldTable as Table } from "../../forms/field-group";
import { Details } from "../govuk";
import { ScenarioField } from "./scenario-field";

/**
 * Fields as a table: a row for each figure, a column for each thing that has it. On a phone each row is its name with its
 * inputs below, each under what it is of. The parts say themselves what they are, because they are then no table any more.
 */
export function FieldTable({ legend, table, values, errors }: FieldTableProps) {
  const { columns, rows, explained } = table;
  return (
    <>
      <div className="app-report__scroll">
        <table className="govuk-table app-field-table" role="table">
          <caption className="govuk-visually-hidden">{legend}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader" className="govuk-table__header">
                {table.corner}
              </th>
              {columns.map(({ id: column, name }) => (
                <th key={column} scope="col" role="columnheader" className="govuk-table__header">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.map((row) => (
              <tr key={row.id} role="row">
                <th scope="row" role="rowheader" className="govuk-table__header">
                  {row.name}
                  {row.remark !== undefined && <span className="app-field-table__remark">{row.remark}</span>}
                </th>
                {row.cells.map((field, place) => (
                  <td
                    key={columns[place]?.id}
                    role="cell"
                    className="govuk-table__cell"
                    data-heading={columns.length > 1 ? columns[place]?.name : undefined}
                  >
                    {field === null ? (
                      "–"
                    ) : (
                      <ScenarioField
                        field={field}
                        isLabelHidden
                        text={values[field.name]}
                        error={errors[field.name]}
                      />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {explained !== null && (
        <Details summary={explained.summary}>
          <dl className="app-field-table__terms">
            {explained.terms.map(({ name, words }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
        </Details>
      )}
    </>
  );
}

type FieldTableProps = {
  /** What the table is about, for those who do not see it. */
  readonly legend: string;
  readonly table: Table;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
};
