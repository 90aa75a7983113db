import type { Tone } from "../../reports/report-table";
import { classes } from "../govuk/classes";
import { ChooseForm, type Choice } from "./choose-form";

/** A question, its answer as one sentence, and where that is shown in full; perhaps about something to choose. */
export type AnsweredQuestion = {
  readonly id: string;
  readonly question: string;
  readonly lead: string;
  readonly rest: string;
  readonly tone?: Tone | undefined;
  readonly link: { readonly href: string; readonly text: string };
  readonly choice?: Choice | undefined;
};

/** What a board or scrutiny member asks, each answered in a sentence that begins with its figure. */
export function Questions({ questions }: { readonly questions: readonly AnsweredQuestion[] }) {
  return (
    <dl className="app-questions">
      {questions.map(({ id, question, lead, rest, tone, link, choice }) => (
        <div
          key={id}
          id={`asked-${id}`}
          className={classes("app-questions__row", tone && `app-questions__row--${tone}`)}
        >
          <dt className="app-questions__question">
            {question}
            {choice !== undefined && <ChooseForm {...choice} />}
          </dt>
          <dd className="app-questions__answer">
            <p className="govuk-body">
              <strong className="app-questions__lead">{lead}</strong>
              {rest}
            </p>
            <p className="govuk-body-s app-questions__link">
              <a className="govuk-link" href={link.href}>
                {link.text}
              </a>
            </p>
          </dd>
        </div>
      ))}
    </dl>
  );
}
