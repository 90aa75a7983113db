import { Form, useNavigation } from "@remix-run/react";
import { Button, Checkboxes, type Choice, Table } from "../govuk";

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

export function CloseForm() {
  const isBusy = useNavigation().state !== "idle";
  return (
    <Form method="post">
      <p className="govuk-body app-text">
        Once the round is closed everybody sees who scored what, and no score changes any more.
      </p>
      <Button name="deed" value="close" look="warning" disabled={isBusy}>
        Close the round
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
