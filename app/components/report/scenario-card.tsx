import { SummaryCard, SummaryList, Tag, type TagColour } from "../govuk";

export type ScenarioCardProps = {
  readonly title: string;
  readonly href: string;
  readonly state: { readonly text: string; readonly colour?: TagColour | undefined };
  /** Cost, unfunded, gaps, last change: each with its words. */
  readonly facts: readonly { readonly label: string; readonly text: string }[];
};

export function ScenarioCard({ title, href, state, facts }: ScenarioCardProps) {
  return (
    <SummaryCard title={title} headingLevel="h3" actions={[{ href, text: "Open" }]}>
      <SummaryList
        rows={[
          { key: "State", value: <Tag colour={state.colour}>{state.text}</Tag> },
          ...facts.map(({ label, text }) => ({ key: label, value: text })),
        ]}
      />
    </SummaryCard>
  );
}
