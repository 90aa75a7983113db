import type { LetPay as Letting } from "../../forms/let-pay";
import type { SaveEvent } from "../../forms/saves";
import { BASE_REVISION } from "../../forms/submission";
import { Button, InsetText } from "../govuk";
import { EditForm } from "./edit-form";

/** Says which of the named sources may not pay, and lets them with one button. */
export function LetPay({
  letPay,
  revision,
  dispatch,
}: {
  readonly letPay: Letting | null;
  readonly revision: number;
  readonly dispatch: (event: SaveEvent) => void;
}) {
  return (
    <div aria-live="polite">{letPay !== null && <Barred {...letPay} {...{ revision, dispatch }} />}</div>
  );
}

function Barred({
  text,
  edit,
  revision,
  dispatch,
}: Letting & { readonly revision: number; readonly dispatch: (event: SaveEvent) => void }) {
  return (
    <InsetText>
      <p className="govuk-body">{text}</p>
      {edit !== null && (
        <EditForm
          onSubmit={(event) => {
            event.preventDefault();
            dispatch({ type: "typed", edit });
          }}
        >
          <input type="hidden" name={BASE_REVISION} value={revision} />
          {Object.entries(edit).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button look="secondary">Let them pay for it</Button>
        </EditForm>
      )}
    </InsetText>
  );
}
