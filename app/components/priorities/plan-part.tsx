import type { ReactNode } from "react";
import type { ShownPriorities } from "../../lib/show-priorities";
import { InsetText } from "../govuk";
import { KeyFigures } from "../report/key-figures";
import { LongTable } from "../report/long-table";
import { ReportTable } from "../report/report-table";
import { PriorityPages } from "./priority-pages";

type PlanPartProps = Pick<
  ShownPriorities,
  "sentences" | "figures" | "conflict" | "budgets" | "lines" | "rankings"
> & {
  readonly href: string;
  /** Leads to what stands below. */
  readonly contents: ReactNode;
};

/** What is chosen, what it costs and brings, and why each line is in or out. */
export function PlanPart({
  href,
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
      {conflict.length > 0 && <Conflict conflict={conflict} />}
      <KeyFigures figures={figures} />
      <PriorityPages />
      {contents}
      {budgets !== null && <ReportTable {...budgets} captionSize="s" />}
      {lines !== null && (
        <LongTable {...lines} rowHref={(line) => `${href}/priorities/lines/${line}`} stacks />
      )}
      <LongTable {...rankings} stacks />
    </>
  );
}

/** The smallest set of rules that conflict, each with its field and its way out. */
function Conflict({ conflict }: Pick<PlanPartProps, "conflict">) {
  return (
    <section className="app-conflict" aria-labelledby="conflict">
      <h3 className="govuk-heading-m" id="conflict">
        {conflict.length === 1 ? "This rule cannot be obeyed" : "These rules conflict"}
      </h3>
      <p className="govuk-body">
        {conflict.length === 1
          ? "The way out is the least change that lets a plan obey it."
          : "No plan obeys all of them together, and without any one of them the others could be obeyed. Each way out is the least change of that rule alone with which a plan obeys every rule, also those that are not listed."}
      </p>
      <ol className="govuk-list govuk-list--number">
        {conflict.map(({ path, text, href, wayOut }) => (
          <li key={path}>
            <a className="govuk-link" href={href}>
              {text}
            </a>
            . {wayOut}
          </li>
        ))}
      </ol>
    </section>
  );
}
