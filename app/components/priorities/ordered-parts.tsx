import { Form, useNavigation } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import { useCanEdit } from "../../lib/signed-in";
import { Button, Input, Select } from "../govuk";

/** Parts in the order in which they are shown: each is moved up, down or deleted, and more are added. */
export function OrderedParts({ id, title, one, list, addHref, ...ordered }: OrderedPartsProps) {
  const { orderHref, parts } = ordered;
  const canEdit = useCanEdit();
  const isBusy = useNavigation().state !== "idle";
  const { asked, section } = useFocusKept(isBusy);
  if (!canEdit) return null;
  const moveForm = (children: ReactNode) => (
    <Form method="post" action={orderHref} className="app-ordered__move" preventScrollReset>
      <input type="hidden" name="list" value={list} />
      {children}
    </Form>
  );
  const move = (key: string, name: string, to: Direction) => (
    <Button
      look="secondary"
      disabled={isBusy}
      name="to"
      value={to}
      data-part={key}
      onClick={() => {
        asked.current = { key, to };
      }}
    >
      Move {to}
      <span className="govuk-visually-hidden"> {name}</span>
    </Button>
  );
  return (
    <section className="app-section app-text" aria-labelledby={id} ref={section}>
      <h3 className="govuk-heading-m" id={id}>
        {title}
      </h3>
      <ol className="govuk-list app-ordered">
        {parts.map(({ key, name, deleteHref }, place) => (
          <li key={key} id={orderId(list, key)} className="app-ordered__part">
            <span className="app-ordered__place">{place + 1}.</span>
            <span className="app-ordered__name">{name}</span>
            <span className="app-ordered__deeds">
              {parts.length > 1 &&
                moveForm(
                  <>
                    <input type="hidden" name="part" value={key} />
                    {place > 0 && move(key, name, "up")}
                    {place < parts.length - 1 && move(key, name, "down")}
                  </>,
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
            </span>
          </li>
        ))}
      </ol>
      {parts.length > MANY &&
        moveForm(
          <div className="app-budget__figure">
            <Select
              id={`${id}-part`}
              name="part"
              label={`Move this ${one}`}
              items={parts.map(({ key, name }) => ({ value: key, text: name }))}
            />
            <Input
              id={`${id}-place`}
              name="place"
              label="To place"
              width={3}
              inputMode="numeric"
              autoComplete="off"
            />
            <Button look="secondary" disabled={isBusy}>
              Move
            </Button>
          </div>,
        )}
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

/** With more parts than these one of them can be sent to its place at once. */
const MANY = 5;

type Direction = "up" | "down";

/** Where a part stands on its page: a move leads back to it. */
export const orderId = (list: string, part: string): string => `order-${list.split("/").at(-1)}-${part}`;

/** Whoever moves a part by keyboard goes on with it: the button keeps the focus where the part is now. */
function useFocusKept(isBusy: boolean) {
  const asked = useRef<{ readonly key: string; readonly to: Direction } | null>(null);
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isBusy || asked.current === null) return;
    const { key, to } = asked.current;
    asked.current = null;
    const buttons = [...(section.current?.querySelectorAll<HTMLButtonElement>("button[name=to]") ?? [])];
    const ofPart = buttons.filter(({ dataset }) => dataset["part"] === key);
    (ofPart.find(({ value }) => value === to) ?? ofPart[0])?.focus({ preventScroll: true });
  }, [isBusy]);
  return { asked, section };
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
