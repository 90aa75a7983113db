import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EditForm } from "../components/forms/edit-form";
import { Button, ButtonGroup, Checkboxes, ErrorSummary, Input } from "../components/govuk";
import { BASE_REVISION, REASON } from "../forms/submission";
import { ALONG, loadDeletion, saveDeletion } from "../lib/delete-page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data === undefined ? "Error" : `Delete ${data.name}`} - Commissioning planner` },
];

export const loader = (args: LoaderFunctionArgs) => loadDeletion(args);

export const action = (args: ActionFunctionArgs) => saveDeletion(args);

/** A criterion may be scored for hundreds of levels. */
const MOST_LISTED = 20;

/** Asks before an element goes, and says what refers to it. */
export default function DeletePage() {
  const { one, name, revision, referrers, sharesWeights, back } = useLoaderData<typeof loader>();
  const faults = useActionData<typeof action>()?.faults ?? [];
  return (
    <div className="app-text">
      <EditForm>
        {faults.length > 0 && <ErrorSummary errors={faults} description="Nothing was deleted." />}
        <h2 className="govuk-heading-l">
          Delete the {one} “{name}”?
        </h2>
        <input type="hidden" name={BASE_REVISION} value={revision} />
        <p className="govuk-body">
          {referrers.length === 0
            ? "Nothing else refers to it. It can be brought back from the history."
            : "It cannot be deleted by itself, because these refer to it:"}
        </p>
        {referrers.length > 0 && (
          <>
            <ul className="govuk-list govuk-list--bullet">
              {referrers.slice(0, MOST_LISTED).map(({ path, words, goes }) => (
                <li key={path}>
                  {words}: {goes ? "it goes too" : "the reference is taken out"}
                </li>
              ))}
              {referrers.length > MOST_LISTED && <li>And {referrers.length - MOST_LISTED} more.</li>}
            </ul>
            <Checkboxes
              name={ALONG}
              legend={<span className="govuk-visually-hidden">What refers to it</span>}
              items={[{ value: "yes", text: "Delete it with all of this, as one change that can be undone" }]}
              error={faults.find(({ href }) => href === `#${ALONG}`)?.text}
            />
          </>
        )}
        {sharesWeights && (
          <p className="govuk-body">
            The weights of the other criteria grow in their proportions, so that they sum to 100 again.
          </p>
        )}
        <Input
          name={REASON}
          label="Why (optional)"
          hint="It stands beside the change in the history. Name no person."
        />
        <ButtonGroup>
          <Button look="warning">Delete</Button>
          <a className="govuk-link" href={back}>
            Cancel
          </a>
        </ButtonGroup>
      </EditForm>
    </div>
  );
}
