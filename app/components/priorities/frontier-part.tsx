import { useCallback, useMemo } from "react";
import { markId, placeOnScale } from "../../charts/frontier-scale";
import type { ShownPriorities } from "../../lib/show-priorities";
import { unpackFrontier } from "../../reports/pack-frontier";
import { Button, Select } from "../govuk";
import { Figure } from "../report/figure";
import { ReportTable } from "../report/report-table";
import { BudgetExplorer } from "./budget-explorer";
import { WorkUnderWay } from "./no-plan";

export const FRONTIER = { id: "frontier", text: "What another budget would buy" };

type FrontierPartProps = Pick<ShownPriorities, "frontier" | "moves" | "allLess"> & { readonly href: string };

/** What any budget would buy: to try, as a picture and as a table; and what less money would lose. */
export function FrontierPart({ href, frontier, moves, allLess }: FrontierPartProps) {
  return (
    <section id={FRONTIER.id} className="app-section" aria-labelledby="frontier-heading">
      <h2 className="govuk-heading-m" id="frontier-heading">
        {FRONTIER.text}
      </h2>
      {moves !== null && moves.choices.length > 0 && <WhichMoves {...moves} />}
      {moves !== null && moves.underWay !== null && (
        <WorkUnderWay href={href} page="priorities" work={moves.underWay} />
      )}
      {moves !== null && moves.why !== null && <p className="govuk-body">{moves.why}</p>}
      {frontier !== null && <Frontier key={frontier.of} {...frontier} />}
      {allLess !== null && <ReportTable {...allLess} stacks />}
    </section>
  );
}

/** One budget that moves while the others are held, or all together. */
function WhichMoves({ choices, chosen }: NonNullable<ShownPriorities["moves"]>) {
  return (
    <form method="get" action="#frontier">
      <p className="govuk-body">
        One budget moves while the others are held at their amounts, or all of them move together, each to the
        same share of its amount.
      </p>
      <div className="app-budget__figure">
        <Select key={chosen} name="of" label="What moves" items={choices} defaultValue={chosen} />
        <Button look="secondary">Move this</Button>
      </div>
    </form>
  );
}

function Frontier({
  frontier,
  scale,
  figure,
  savings,
  ...explorer
}: NonNullable<ShownPriorities["frontier"]>) {
  const points = useMemo(() => unpackFrontier(frontier), [frontier]);
  const moveMark = useCallback(
    (at: number) => {
      const place = placeOnScale(scale, at);
      document.getElementById(markId("frontier-picture"))?.setAttribute("transform", `translate(${place} 0)`);
    },
    [scale],
  );
  return (
    <>
      <BudgetExplorer key={explorer.lookedAt} {...explorer} frontier={points} onLook={moveMark} />
      <Figure {...figure} stacks />
      {savings !== null && <ReportTable {...savings} stacks />}
    </>
  );
}
