import { useLocation, useNavigation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { DID, DIRECTION_WORDS, type Direction } from "../../lib/undo-answer";
import { EditForm } from "../forms/edit-form";
import { Button } from "../govuk";

type NamedStep = { readonly change: number; readonly name: string };

/**
 * What the person can take back and make again on this scenario, by its name. Where script runs, also with Ctrl+Z and
 * Ctrl+Y (Cmd on a Mac), unless something is being typed: there they belong to the text.
 */
export function UndoBar({
  href,
  steps,
  done,
}: {
  readonly href: string;
  readonly steps: Readonly<Record<Direction, NamedStep | null>>;
  /** What has just been taken back or made again; empty for nothing. */
  readonly done: string;
}) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const direction = directionOf(event);
      if (direction === null || event.defaultPrevented || isTextField(event.target)) return;
      const form = bar.current?.querySelector<HTMLFormElement>(`form[data-step="${direction}"]`);
      if (form == null) return;
      event.preventDefault();
      form.requestSubmit();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
  return (
    <div className="app-undo" ref={bar}>
      <StepForm href={href} direction="undo" step={steps.undo} />
      <StepForm href={href} direction="redo" step={steps.redo} />
      <p className="govuk-body-s app-undo__done" role="status">
        {done}
      </p>
    </div>
  );
}

function StepForm({
  href,
  direction,
  step,
}: {
  readonly href: string;
  readonly direction: Direction;
  readonly step: NamedStep | null;
}) {
  const { pathname, search } = useLocation();
  const isBusy = useNavigation().state !== "idle";
  if (step === null) return null;
  const action = `${href}/undo`;
  return (
    <EditForm action={action} preventScrollReset data-step={direction}>
      <input type="hidden" name="direction" value={direction} />
      <input type="hidden" name="change" value={step.change} />
      <input
        type="hidden"
        name="back"
        value={pathname === action ? href : `${pathname}${withoutDid(search)}`}
      />
      <Button
        look="secondary"
        className="app-undo__button"
        disabled={isBusy}
        title={`${DIRECTION_WORDS[direction]}: ${step.name}`}
        aria-keyshortcuts={direction === "undo" ? "Control+Z" : "Control+Y"}
      >
        {DIRECTION_WORDS[direction]}: {step.name}
      </Button>
    </EditForm>
  );
}

function withoutDid(search: string): string {
  const rest = new URLSearchParams(search);
  rest.delete(DID);
  rest.delete("saved");
  return rest.size === 0 ? "" : `?${rest.toString()}`;
}

function directionOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): Direction | null {
  if (altKey || !(ctrlKey || metaKey)) return null;
  if (key.toLowerCase() === "z") return shiftKey ? "redo" : "undo";
  return key.toLowerCase() === "y" && !shiftKey ? "redo" : null;
}

function isTextField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest("input, textarea, select") !== null)
  );
}
