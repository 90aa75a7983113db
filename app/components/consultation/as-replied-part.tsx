import { EditForm } from "../forms/edit-form";
import { Button } from "../govuk";

/** One button a frozen scenario: the scenario as replied, beside the frozen one. */
export function AsRepliedPart({
  href,
  scenarios,
  replied,
  isBusy,
}: {
  readonly href: string;
  readonly scenarios: readonly { readonly id: string; readonly name: string }[];
  readonly replied: number;
  readonly isBusy: boolean;
}) {
  return (
    <section className="app-section app-no-print" aria-labelledby="as-replied">
      <h2 className="govuk-heading-m" id="as-replied">
        Fold the replies in
      </h2>
      <p className="govuk-body app-text">
        Makes a new scenario from the frozen one: everybody who replied stands as they replied, everybody else
        as silence says. The frozen scenario and the plan stay as they are, and you see the two side by side.
        {replied === 0 && " Nobody has replied yet."}
      </p>
      <EditForm action={`${href}/fold`} className="app-row-actions">
        {scenarios.map(({ id, name }) => (
          <Button key={id} name="scenario" value={id} disabled={isBusy}>
            Make “{name}, as replied”
          </Button>
        ))}
      </EditForm>
    </section>
  );
}
