import { Form, useNavigation } from "@remix-run/react";
import { useCanEdit } from "../../lib/signed-in";
import { Button } from "../govuk";

/** Parts in the order in which they are shown: each is moved up or deleted, and more are added. */
export function OrderedParts({ id, title, one, orderHref, list, addHref, parts }: OrderedPartsProps) {
  const canEdit = useCanEdit();
  const isBusy = useNavigation().state !== "idle";
  if (!canEdit) return null;
  return (
    <section className="app-section app-text" aria-labelledby={id}>
      <h3 className="govuk-heading-m" id={id}>
        {title}
      </h3>
      <ol className="govuk-list govuk-list--number">
        {parts.map(({ key, name, deleteHref }, place) => (
          <li key={key} className="app-ordered__part">
            <span>{name}</span>
            {place > 0 && (
              <Form method="post" action={orderHref} className="app-ordered__move">
                <input type="hidden" name="list" value={list} />
                <input type="hidden" name="part" value={key} />
                <Button look="secondary" disabled={isBusy}>
                  Move up<span className="govuk-visually-hidden"> {name}</span>
                </Button>
              </Form>
            )}
            {deleteHref !== null && (
              <a className="govuk-link" href={deleteHref}>
                Delete
                <span className="govuk-visually-hidden">
                  {" "}
                  the {one} {name}
                </span>
              </a>
            )}
          </li>
        ))}
      </ol>
      {addHref !== null && (
        <p className="govuk-body">
          <a className="govuk-link" href={addHref}>
            Add a {one}
          </a>
        </p>
      )}
    </section>
  );
}

export type OrderedPartsProps = {
  readonly id: string;
  readonly title: string;
  /** What one part is. */
  readonly one: string;
  /** Where a move is sent. */
  readonly orderHref: string;
  /** The pointer of the list. */
  readonly list: string;
  /** Null where they are added elsewhere on the page. */
  readonly addHref: string | null;
  readonly parts: readonly {
    readonly key: string;
    readonly name: string;
    /** Null where it cannot be without. */
    readonly deleteHref: string | null;
  }[];
};
