import type { ReactNode } from "react";
import type { ShownPriorities } from "../../lib/show-priorities";
import { InsetText } from "../govuk";
import { KeyFigures } from "../report/key-figures";
import { LongTable } from "../report/long-table";
import { Conflict } from "./conflict";
import { PriorityPages } from "./priority-pages";

type PlanPartProps = Pick<
  ShownPriorities,
  "sentences" | "figures" | "conflict" | "budgets" | "lines" | "rankings"
> & {
  readonly href: string;
  readonly revision: number;
  /** Leads to what stands below. */
  readonly contents: ReactNode;
};

/** What is chosen, what it costs and brings, and why each line is in or out. */
export function PlanPart({
  href,
  revision,
  contents,
  sentences,
  figures,
  conflict,
  budgets,
  lines,
  rankings,
}: PlanPartProps) {
  return (
    <>
      <InsetText>
        {sentences.map((sentence) => (
          <p className="govuk-body" key={sentence}>
            {sentence}
          </p>
        ))}
      </InsetText>
      {conflict.length > 0 && <Conflict {...{ href, revision, conflict }} />}
      <KeyFigures figures={figures} />
      <PriorityPages />
      {contents}
      {budgets !== null && <LongTable {...budgets} captionSize="s" />}
      {lines !== null && (
        <LongTable {...lines} rowHref={(line) => `${href}/priorities/lines/${line}`} stacks />
      )}
      <LongTable {...rankings} stacks />
    </>
  );
}
