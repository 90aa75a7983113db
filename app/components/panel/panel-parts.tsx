import { Form, useNavigation } from "@remix-run/react";
import { Button, Checkboxes, type Choice, Table, Textarea } from "../govuk";

/** Who is asked, how far each is, and in how many lines they have an interest. */
export function Members({
  members,
}: {
  readonly members: readonly {
    readonly name: string;
    readonly answered: string;
    readonly interests: string;
  }[];
}) {
  return (
    <div className="app-report__scroll" role="region" aria-label="The panel" tabIndex={0}>
      <Table
        caption="The panel"
        head={[{ text: "Name" }, { text: "Answered" }, { text: "Interests declared" }]}
        rows={members.map(({ name, answered, interests }) => [name, answered, interests])}
      />
    </div>
  );
}

/** One's own lines, each with how far it is scored. */
export function OwnLines({
  lines,
}: {
  readonly lines: readonly { readonly name: string; readonly href: string; readonly state: string }[];
}) {
  return (
    <div className="app-report__scroll" role="region" aria-label="Your scores" tabIndex={0}>
      <Table
        caption="Your scores"
        head={[{ text: "Line" }, { text: "So far" }]}
        rows={lines.map(({ name, href, state }) => [
          <a key="line" className="govuk-link" href={href}>
            {name}
          </a>,
          state,
        ])}
      />
    </div>
  );
}

/** The name of the input that closes a round in which scores are missing. */
export const ANYWAY = "anyway";

/** Closes the round for good: where scores are missing only on a second word. */
export function CloseForm({
  missing,
  fault,
}: {
  /** Whose scores are missing, and how many. */
  readonly missing: readonly string[];
  readonly fault: string | undefined;
}) {
  const isBusy = useNavigation().state !== "idle";
  return (
    <Form method="post" noValidate className="app-text">
      <p className="govuk-body">
        Once the round is closed everybody sees who scored what, and no score changes any more.
      </p>
      {missing.length > 0 && (
        <Checkboxes
          name={ANYWAY}
          legend="Scores are missing"
          hint={`${missing.join("; ")}. Medians are of those who scored.`}
          items={[{ value: "yes", text: "Close the round without them" }]}
          error={fault}
        />
      )}
      <Button name="deed" value="close" look="warning" disabled={isBusy}>
        Close the round
      </Button>
    </Form>
  );
}

/** The name of the input that says why. */
export const NOTE = "note";

/** All medians that nobody agreed yet, in one change. */
export function MediansForm({
  open,
  keptOut,
  fault,
  note,
}: {
  readonly open: readonly string[];
  readonly keptOut: readonly string[];
  readonly fault: string | undefined;
  readonly note: string;
}) {
  const isBusy = useNavigation().state !== "idle";
  const apart =
    keptOut.length === 0 ? "" : ` You declared an interest in ${keptOut.join("; ")}: not taken over.`;
  if (open.length === 0) {
    return keptOut.length === 0 ? null : <p className="govuk-body app-text">{apart.trim()}</p>;
  }
  const lines = open.length === 1 ? "1 line" : `${open.length} lines`;
  return (
    <Form method="post" noValidate className="app-text">
      <h3 className="govuk-heading-m">Take over the medians</h3>
      <p className="govuk-body">
        The medians of {lines} are not agreed yet: {open.join("; ")}. Taken over, they become the scores that
        the plan counts with, in one change that one undo takes back.{apart}
      </p>
      <Textarea
        name={NOTE}
        label="Why the medians"
        hint="It stands in the history beside the change."
        rows={2}
        defaultValue={note}
        error={fault}
      />
      <Button name="deed" value="medians" look="secondary" disabled={isBusy}>
        Take over the medians of {lines}
      </Button>
    </Form>
  );
}

/** Opens a round, or asks more people in the open one. */
export function AskForm({
  people,
  isOpen,
  fault,
}: {
  readonly people: readonly Choice[];
  readonly isOpen: boolean;
  readonly fault: string | undefined;
}) {
  const isBusy = useNavigation().state !== "idle";
  if (people.length === 0) return null;
  return (
    <Form method="post" noValidate className="app-text">
      <Checkboxes
        name="people"
        legend={isOpen ? "Ask more people" : "Open a round: who scores?"}
        legendSize="m"
        hint="Five to eight people are usual. Whoever is missing here needs an account first."
        items={people}
        error={fault}
      />
      <Button name="deed" value="ask" disabled={isBusy}>
        {isOpen ? "Ask them" : "Open the round"}
      </Button>
    </Form>
  );
}
