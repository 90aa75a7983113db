import { SummaryList } from "../govuk";

export type FrozenScenario = {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
  /** Where the changes since the freeze can be seen; null when there are none. */
  readonly since: string | null;
};

type Terms = {
  readonly period: string;
  readonly silence: string;
  readonly threshold: string;
  readonly frozen: string;
  readonly questions: readonly string[];
};

/** What went out, on what terms, and what has changed in the plan since. */
export function FrozenPart({
  frozen,
  terms,
}: {
  readonly frozen: readonly FrozenScenario[];
  readonly terms: Terms;
}) {
  return (
    <section className="app-section" aria-labelledby="frozen">
      <h2 className="govuk-heading-m" id="frozen">
        What went out
      </h2>
      <SummaryList
        rows={[
          { key: "Frozen", value: terms.frozen },
          ...frozen.map(({ id, name, revision, since }) => ({
            key: `Scenario${frozen.length === 1 ? "" : ` “${id}”`}`,
            value: (
              <>
                {name}, revision {revision}.{" "}
                {since === null ? (
                  "The plan has not changed since."
                ) : (
                  <a className="govuk-link" href={since}>
                    What has changed since the freeze
                    {frozen.length > 1 && <span className="govuk-visually-hidden">: {name}</span>}
                  </a>
                )}
              </>
            ),
          })),
          { key: "Replies taken", value: terms.period },
          { key: "Silence", value: terms.silence },
          { key: "Small numbers", value: terms.threshold },
          ...terms.questions.map((text, place) => ({ key: `Question ${place + 1}`, value: text })),
        ]}
      />
    </section>
  );
}
