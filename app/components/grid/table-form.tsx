import type { ShownField } from "../../forms/fields";
import type { SaveAnswer } from "../../forms/save-answer";
import { BASE_REVISION, REASON } from "../../forms/submission";
import type { ShownList } from "../../lib/shown-list";
import { EditForm } from "../forms/edit-form";
import { FormAnswer } from "../forms/save-answers";
import { Button, Input } from "../govuk";
import { classes } from "../govuk/classes";

const FORM_ID = "table-form";

/** Whether something was typed into a form in place of a grid and is not sent yet. */
export function isTableTypedInto(): boolean {
  const inputs = document.querySelectorAll<HTMLInputElement>(`#${FORM_ID} tbody input`);
  return [...inputs].some(({ value, defaultValue }) => value !== defaultValue);
}

/** Every cell of a list as an input, sent together: a grid that any browser has. */
export function TableForm({
  list: { table, headings, cells, editHref },
  revision,
  answer,
}: {
  readonly list: ShownList;
  readonly revision: number;
  readonly answer: SaveAnswer | undefined;
}) {
  const baseRevision = answer !== undefined && "baseRevision" in answer ? answer.baseRevision : revision;
  const values = answer !== undefined && "values" in answer ? answer.values : {};
  const errors = answer?.outcome === "refused" ? answer.errors : {};
  const captionId = `${table.id}-caption`;
  return (
    <EditForm key={revision} id={FORM_ID} noValidate={answer?.outcome !== "conflict"}>
      <FormAnswer answer={answer} />
      <input type="hidden" name={BASE_REVISION} value={baseRevision} />
      <div className="app-report" id={table.id}>
        <div className="app-report__scroll" role="region" aria-labelledby={captionId} tabIndex={0}>
          <table className="govuk-table app-report__table app-table-form">
            <caption className="govuk-table__caption">
              <span className="govuk-table__caption--m app-report__title" id={captionId}>
                {table.title}
              </span>
              <span className="app-report__note">{table.note}</span>
            </caption>
            <thead className="govuk-table__head">
              <tr className="govuk-table__row">
                {table.columns.map(({ id, label }) => (
                  <th key={id} scope="col" className="govuk-table__header">
                    {headings[id] ?? label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="govuk-table__body">
              {table.rows.map((row) => (
                <tr key={row.id} className="govuk-table__row">
                  {table.columns.map(({ id, label }, place) => {
                    const field = cells[row.id]?.[id];
                    const text = row.cells[place]?.text ?? "";
                    const of = `${row.cells[0]?.text ?? ""} ${place > 1 ? (row.cells[1]?.text ?? "") : ""}`;
                    if (place === 0)
                      return (
                        <th key={id} scope="row" className="govuk-table__header">
                          <a className="govuk-link" href={`${editHref}${row.id}`}>
                            {text}
                          </a>
                        </th>
                      );
                    return (
                      <td key={id} className="govuk-table__cell">
                        {field === undefined ? (
                          text
                        ) : (
                          <CellInput
                            field={field}
                            label={`${label} of ${of.trim()}`}
                            text={values[field.name] ?? field.value}
                            error={errors[field.name]}
                          />
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
      <div className="app-text">
        <Input
          name={REASON}
          label="Why (optional)"
          hint="It stands beside the change in the history. Name no person."
        />
        <Button>Save</Button>
      </div>
    </EditForm>
  );
}

function CellInput({
  field: { name, kind },
  label,
  text,
  error,
}: {
  readonly field: ShownField;
  readonly label: string;
  readonly text: string;
  readonly error: string | undefined;
}) {
  const width = kind === "text" || kind === "money" ? "govuk-input--width-10" : "govuk-input--width-4";
  return (
    <>
      {error !== undefined && (
        <span id={`${name}-error`} className="govuk-error-message">
          {error}
        </span>
      )}
      <input
        id={name}
        name={name}
        className={classes("govuk-input", width, error !== undefined && "govuk-input--error")}
        aria-label={label}
        aria-describedby={error === undefined ? undefined : `${name}-error`}
        defaultValue={text}
        inputMode={kind === "text" ? undefined : "decimal"}
        autoComplete="off"
      />
    </>
  );
}
