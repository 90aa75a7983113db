import { useEffect } from "react";
import { type Draft, needsSignIn, type SaveEvent, type Saves } from "../../forms/saves";
import { HOLDS_PAGE } from "../../lib/is-typing";
import { Button, ButtonGroup } from "../govuk";
import { SignInLink } from "./sign-in-link";

/**
 * What was typed and could not be saved, with what to do about each, and in a line how saving stands. It is heard when
 * it changes; the focus stays where the person types.
 */
export function UnsavedEdits({
  saves,
  dispatch,
  labelOf,
  onGoTo,
}: {
  readonly saves: Saves;
  readonly dispatch: (event: SaveEvent) => void;
  /** A field in words; null where the page does not show it any more. */
  readonly labelOf: (name: string) => string | null;
  /** Takes the person to the field. */
  readonly onGoTo: (name: string) => void;
}) {
  const drafts = Object.entries(saves.drafts).filter(([, draft]) => needsDecision(draft));
  // Where there is something to say, it must not lie over what is being typed.
  const said = drafts.length + saves.elsewhere.length;
  useEffect(() => {
    if (said > 0) document.activeElement?.scrollIntoView({ block: "nearest" });
  }, [said]);
  const isWaiting = Object.values(saves.drafts).some(
    ({ state }) => state === "waiting" || state === "failed",
  );
  const anyFailed = drafts.some(([, { state }]) => state === "failed");
  return (
    <div className="app-saves" aria-live="polite" {...(isWaiting ? { [HOLDS_PAGE]: true } : {})}>
      <p className="govuk-body-s app-saves__state">{stateWords(saves, drafts.length)}</p>
      {(drafts.length > 0 || saves.elsewhere.length > 0) && (
        <div className="app-saves__problems">
          <p className="govuk-body govuk-!-font-weight-bold">Not saved yet</p>
          <ul className="govuk-list">
            {drafts.map(([name, draft]) => (
              <li key={name} className="app-saves__problem">
                <Problem {...{ name, draft, dispatch, onGoTo }} label={labelOf(name)} />
              </li>
            ))}
            {saves.elsewhere.map(({ text, href }) => (
              <li key={text} className="app-saves__problem">
                {href === undefined ? (
                  text
                ) : (
                  <a className="govuk-link" href={href}>
                    {text}
                  </a>
                )}
              </li>
            ))}
          </ul>
          {needsSignIn(saves) && (
            <p className="govuk-body">
              <SignInLink />
            </p>
          )}
          {anyFailed && (
            <Button type="button" look="secondary" onClick={() => dispatch({ type: "retried" })}>
              Try again
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function needsDecision({ state, message, clash }: Draft): boolean {
  return (
    state === "failed" ||
    (state === "refused" && message !== undefined) ||
    (state === "conflict" && clash !== undefined)
  );
}

function stateWords(saves: Saves, problems: number): string {
  if (problems > 0 || saves.elsewhere.length > 0) return "What is marked is not saved. Everything else is.";
  // Saved, and the figures of the page are those of the new revision.
  if (Object.keys(saves.drafts).length > 0) return "Saving…";
  return saves.savedRevision === 0
    ? "What you change is saved at once."
    : `Saved. This is revision ${saves.savedRevision}.`;
}

type ProblemProps = {
  readonly name: string;
  readonly label: string | null;
  readonly draft: Draft;
  readonly dispatch: (event: SaveEvent) => void;
  readonly onGoTo: (name: string) => void;
};

function Problem({ name, label, draft, dispatch, onGoTo }: ProblemProps) {
  const { state, clash, message, text, together } = draft;
  if (clash !== undefined) {
    return (
      <>
        <p className="govuk-body">
          {clash.label}: {clash.by} changed it to “{clash.theirs}” on {clash.at}. You typed “{clash.yours}”.
        </p>
        <ButtonGroup>
          <Button
            type="button"
            look="secondary"
            onClick={() => dispatch({ type: "insisted", names: [name] })}
          >
            Save “{clash.yours}”
          </Button>
          <Button type="button" look="secondary" onClick={() => dispatch({ type: "dropped", names: [name] })}>
            Keep “{clash.theirs}”
          </Button>
        </ButtonGroup>
      </>
    );
  }
  return (
    <>
      <p className="govuk-body">
        {state === "failed" && (
          <>
            {label !== null && <strong>{label}, </strong>}“{text}”:{" "}
          </>
        )}
        {message}
      </p>
      <ButtonGroup>
        {label !== null && (
          <Button type="button" look="secondary" onClick={() => onGoTo(name)}>
            Go to it<span className="govuk-visually-hidden">: {label}</span>
          </Button>
        )}
        <Button type="button" look="secondary" onClick={() => dispatch({ type: "dropped", names: together })}>
          Discard
          <span className="govuk-visually-hidden">
            {" "}
            what was typed{label === null ? `: “${text}”` : ` in ${label}`}
          </span>
        </Button>
      </ButtonGroup>
    </>
  );
}
