import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EditForm } from "../components/forms/edit-form";
import { Button, ButtonGroup, Checkboxes, ErrorSummary, Input } from "../components/govuk";
import { EffectLists } from "../components/live/what-changes";
import { BASE_REVISION, REASON } from "../forms/submission";
import { type Effects, isEffect } from "../reports/effects";
import { ALONG, loadDeletion, saveDeletion } from "../lib/delete-page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data === undefined ? "Error" : `Delete ${data.name}`} - Commissioning planner` },
];

export const loader = (args: LoaderFunctionArgs) => loadDeletion(args);

export const action = (args: ActionFunctionArgs) => saveDeletion(args);

/** A criterion may be scored for hundreds of levels. */
const MOST_LISTED = 20;

/** Asks before an element goes, and says what refers to it and what the figures do; or why it cannot go. */
export default function DeletePage() {
  const page = useLoaderData<typeof loader>();
  const { one, name, revision, referrers, sharesWeights, effects, refusals, back } = page;
  const faults = useActionData<typeof action>()?.faults ?? [];
  if (effects === null) return <CannotGo {...{ one, name, refusals, back }} />;
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
          <ul className="govuk-list govuk-list--bullet">
            {referrers.slice(0, MOST_LISTED).map(({ path, words, goes }) => (
              <li key={path}>
                {words}: {goes ? "it goes too" : "the reference is taken out"}
              </li>
            ))}
            {referrers.length > MOST_LISTED && <li>And {referrers.length - MOST_LISTED} more.</li>}
          </ul>
        )}
        {sharesWeights && (
          <p className="govuk-body">
            The weights of the other criteria grow in their proportions, so that they sum to 100 again.
          </p>
        )}
        <DeletionEffects effects={effects} />
        {referrers.length > 0 && (
          <Checkboxes
            name={ALONG}
            legend={<span className="govuk-visually-hidden">What refers to it</span>}
            items={[{ value: "yes", text: "Delete it with all of this, as one change that can be undone" }]}
            error={faults.find(({ href }) => href === `#${ALONG}`)?.text}
          />
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

function DeletionEffects({ effects }: { readonly effects: Effects }) {
  return (
    <section aria-labelledby="effects">
      <h3 id="effects" className="govuk-heading-m">
        What this changes
      </h3>
      {isEffect(effects) ? (
        <EffectLists effects={effects} />
      ) : (
        <p className="govuk-body">No headline figure, no contribution and no warning of the plan changes.</p>
      )}
    </section>
  );
}

/** Without it the scenario would not be whole, and nobody could save it. */
function CannotGo({
  one,
  name,
  refusals,
  back,
}: {
  readonly one: string;
  readonly name: string;
  readonly refusals: readonly string[];
  readonly back: string;
}) {
  return (
    <div className="app-text">
      <h2 className="govuk-heading-l">
        The {one} “{name}” cannot be deleted
      </h2>
      <p className="govuk-body">Without it, and without what goes with it, the plan would not be whole:</p>
      <ul className="govuk-list govuk-list--bullet">
        {refusals.slice(0, MOST_LISTED).map((text) => (
          <li key={text}>{text}</li>
        ))}
        {refusals.length > MOST_LISTED && <li>And {refusals.length - MOST_LISTED} more.</li>}
      </ul>
      <p className="govuk-body">
        <a className="govuk-link" href={back}>
          Go back
        </a>
      </p>
    </div>
  );
}
