import type { ShownPriorities } from "../../lib/show-priorities";
import { FREE_LINES } from "../../reports/priorities-must";
import { Details } from "../govuk";
import { Figure } from "../report/figure";
import { LongTable, longWords } from "../report/long-table";
import { ReportTable } from "../report/report-table";

type GroundPartProps = Pick<
  ShownPriorities,
  "value" | "objectives" | "must" | "equity" | "criteria" | "scores" | "rules"
> & { readonly href: string };

export const GROUND = { id: "ground", text: "What the plan rests on" };
export const VALUE = { id: "value-against-cost", text: "Value against cost" };

/** What the plan rests on: value and cost of each line, objectives, what must be funded, fairness, scores, weights, what is agreed. */
export function GroundPart({
  href,
  value,
  objectives,
  must,
  equity,
  criteria,
  scores,
  rules,
}: GroundPartProps) {
  const lineHref = (row: string): string => `${href}/priorities/lines/${row.split("/")[0] ?? ""}`;
  return (
    <>
      <h2 className="govuk-heading-m" id={VALUE.id}>
        {VALUE.text}
      </h2>
      <Figure {...value} folded={longWords(value.table)} />
      {objectives !== null && <ReportTable {...objectives} />}
      {must !== null && (
        <LongTable {...must} rowHref={(line) => (line === FREE_LINES ? undefined : lineHref(line))} />
      )}
      {equity !== null && <ReportTable {...equity} />}
      <section className="app-section" aria-labelledby={GROUND.id}>
        <h2 className="govuk-heading-m" id={GROUND.id}>
          {GROUND.text}
        </h2>
        <Details summary={rules.table.title}>
          <ReportTable {...rules} rowHref={lineHref} captionSize="s" />
        </Details>
        <Details summary={criteria.table.title}>
          <ReportTable
            {...criteria}
            captionSize="s"
            rowHref={(criterion) => `${href}/priorities/criteria#/priorities/criteria/${criterion}/weight`}
          />
        </Details>
        <Details summary={`${scores.table.title} of every level of every line`}>
          <ReportTable {...scores} rowHref={lineHref} captionSize="s" />
        </Details>
      </section>
    </>
  );
}
