import { Table, Tag } from "../govuk";

export type AnswerLine = {
  readonly reference: string;
  readonly question: string;
  readonly asked: string;
  readonly given: string;
  readonly state: "taken" | "empty" | "refused";
  readonly message?: string | undefined;
};

/** Each answer of a pack beside what was asked, with a box to take it; what cannot be taken says why. */
export function AnswersTable({
  lines,
  taken,
  canEdit,
}: {
  readonly lines: readonly AnswerLine[];
  /** What was ticked when the form came back; null: everything that can be taken. */
  readonly taken: readonly string[] | null;
  readonly canEdit: boolean;
}) {
  return (
    <div className="app-report__scroll" role="region" aria-label={CAPTION} tabIndex={0}>
      <Table
        caption={CAPTION}
        captionSize="s"
        head={["Question", "What was asked", "Answer", "Take"].map((text) => ({ text }))}
        rows={lines.map((line) => [
          line.question,
          line.asked,
          <Given key="given" line={line} />,
          <Take
            key="take"
            line={line}
            isTicked={taken?.includes(line.reference) ?? true}
            canEdit={canEdit}
          />,
        ])}
      />
    </div>
  );
}

const CAPTION = "Answers beside what was asked";

function Given({ line: { given, message } }: { readonly line: AnswerLine }) {
  return (
    <>
      <span className="app-lines">{given === "" ? "Not answered" : given}</span>
      {message !== undefined && <p className="govuk-error-message govuk-!-margin-bottom-0">{message}</p>}
    </>
  );
}

function Take({
  line: { reference, question, state },
  isTicked,
  canEdit,
}: {
  readonly line: AnswerLine;
  readonly isTicked: boolean;
  readonly canEdit: boolean;
}) {
  if (state === "refused") return <Tag colour="red">Refused</Tag>;
  if (state === "empty") return <Tag colour="grey">Empty</Tag>;
  if (!canEdit) return <Tag colour="green">Can be taken</Tag>;
  return (
    <div className="govuk-checkboxes govuk-checkboxes--small">
      <div className="govuk-checkboxes__item">
        <input
          className="govuk-checkboxes__input"
          id={`take-${reference}`}
          name="take"
          type="checkbox"
          value={reference}
          defaultChecked={isTicked}
        />
        <label className="govuk-label govuk-checkboxes__label" htmlFor={`take-${reference}`}>
          <span className="govuk-visually-hidden">Take: {question}</span>
        </label>
      </div>
    </div>
  );
}
