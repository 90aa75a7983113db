import { RESOLVE } from "../../forms/submission";
import { ErrorSummary, Radios } from "../govuk";

/** A field that two sides want to be different: the person says which of the two it shall be. */
export type Decision = {
  readonly path: string;
  readonly about: string;
  readonly mine: DecisionSide;
  readonly theirs: DecisionSide;
  readonly chosen?: "mine" | "theirs" | undefined;
};
type DecisionSide = { readonly text: string; readonly hint?: string };

/** What has to be decided before anything is stored, field by field. Inside a form, at its top. */
export function Decisions({
  title,
  description,
  decisions,
}: {
  readonly title: string;
  readonly description: string;
  readonly decisions: readonly Decision[];
}) {
  if (decisions.length === 0) return null;
  return (
    <>
      <ErrorSummary
        title={title}
        description={description}
        errors={decisions.map(({ path, about }) => ({ href: `#${RESOLVE}${path}`, text: about }))}
      />
      <DecisionFields decisions={decisions} />
    </>
  );
}

export function DecisionFields({ decisions }: { readonly decisions: readonly Decision[] }) {
  return (
    <>
      {decisions.map(({ path, about, mine, theirs, chosen }) => (
        <Radios
          key={path}
          name={`${RESOLVE}${path}`}
          legend={about}
          legendSize="s"
          required
          chosen={chosen}
          items={[
            { value: "mine", ...mine },
            { value: "theirs", ...theirs },
          ]}
        />
      ))}
    </>
  );
}
