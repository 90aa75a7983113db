import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EditForm } from "../components/forms/edit-form";
import { Button, ButtonGroup, ErrorSummary, Textarea } from "../components/govuk";
import { PastePreviewTable } from "../components/forms/paste-preview";
import { loadPaste, type PastePreview, savePaste } from "../lib/paste-page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data === undefined ? "Error" : `Paste: ${data.title}`} - Commissioning planner` },
];

export const loader = (args: LoaderFunctionArgs) => loadPaste(args);

export const action = (args: ActionFunctionArgs): Promise<Response> => savePaste(args);

/** Rows from a spreadsheet: first what would change and every fault, then one change. */
export default function PastePage() {
  const { title, columns, csvHref, back, isWhole } = useLoaderData<typeof loader>();
  const preview = useActionData<PastePreview>();
  const isRight = preview !== undefined && preview.faults.length === 0;
  return (
    <>
      {preview !== undefined && !isRight && (
        <ErrorSummary
          description="Nothing was saved. Correct it below, or in the spreadsheet and paste it again."
          errors={preview.faults.slice(0, 50).map((text) => ({ text, href: "#block" }))}
        />
      )}
      <h2 className="govuk-heading-l">Paste from a spreadsheet: {title}</h2>
      <div className="app-text">
        <p className="govuk-body">
          Copy the headings and the rows below them, and paste them here. The headings may stand in any order:{" "}
          {columns.join(", ")}.{" "}
          {isWhole
            ? "The rows are the whole list: they take the place of what stands there now."
            : "A row that is here already is changed, another one is added."}{" "}
          <a className="govuk-link" href={csvHref} download>
            Download the table as it is
          </a>{" "}
          to fill it in.
        </p>
      </div>
      <EditForm>
        <Textarea
          name="block"
          label="Headings and rows"
          rows={10}
          defaultValue={preview?.text ?? ""}
          spellCheck={false}
          wrap="off"
        />
        {preview !== undefined && preview.rows.length > 0 && <PastePreviewTable preview={preview} />}
        <ButtonGroup>
          {isRight && (
            <Button name="step" value="save">
              Save {preview.rows.length === 1 ? "this row" : `these ${preview.rows.length} rows`}
            </Button>
          )}
          <Button look={isRight ? "secondary" : undefined} name="step" value="look">
            Show what would change
          </Button>
          <a className="govuk-link" href={back}>
            Cancel
          </a>
        </ButtonGroup>
      </EditForm>
    </>
  );
}
