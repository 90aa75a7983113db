import { compareIds } from "../../scenarios/model/identifiers";
import { namesOf } from "../reports/names";
import { addressesOf, type Cells, type ContributionYear, pounds, rowStart } from "./contribution-sources";
import { shareFormulas } from "./share-formulas";
import { roundQuotas } from "./share-vectors";

/** A funder that tops up its part of what the shares leave, divided by largest remainder as a pot is (rules §4.1). */
export function topUpCells(sources: ContributionYear, payer: string, at: number): Cells {
  const { terms, inputs, place, evaluation } = sources;
  const { pot, members, topUp, topUps } = addressesOf(sources);
  const own = (column: string): string => topUp(at, column);
  const funders = [...terms.outcome.toppedUp.keys()];
  const rule = `/contributions/${terms.round.id}/whenSomeDecline`;
  const percents = funders.map((funder) => inputs.at(`${rule}/toppedUpBy/${funder}/percent`));
  const rest = `(${pot("pot")}-SUM(${members("share")}))`;
  const applies = `AND(${inputs.at(`${rule}/rule`)}="fixed-share",${pot("takes")}=1)`;
  const together = percents.join("+");
  const formulas = shareFormulas(
    {
      own,
      all: (column) => topUps(column) ?? "",
      before: null,
      pot: own("pot"),
      months: "",
      monthsBefore: null,
    },
    { bases: [], members: funders.length, gone: null, rise: null, bounded: false },
    "all",
  );
  const figures = topUpFigures(sources, funders);
  const amount = pounds(terms.outcome.toppedUp.get(payer)?.[place]);
  const cell = (value: number | undefined, formula: string | undefined) => ({
    value: value ?? 0,
    formula: formula ?? "",
  });
  return {
    ...rowStart(sources, namesOf(evaluation.scenario).organisation(payer)),
    choice: { value: "Tops up" },
    order: { value: figures.order[at] ?? 0 },
    pot: { value: figures.pot, formula: `IF(${applies},ROUND(${rest}*(${together}),2),0)` },
    "weight-all": cell(figures.weights[at], `IF(${together}=0,0,${percents[at] ?? "0"}/(${together}))`),
    "quota-all": cell(figures.quotas[at], formulas["quota-all"]),
    "floor-all": cell(figures.floor[at], formulas["floor-all"]),
    "fraction-all": cell(figures.fraction[at], formulas["fraction-all"]),
    "rank-all": cell(figures.rank[at], formulas["rank-all"]),
    "result-all": cell(amount, formulas["result-all"]),
    share: { value: 0 },
    override: { value: 0 },
    "buy-in": { value: 0 },
    "top-up": { value: amount, formula: own("result-all") },
    pays: { value: amount, formula: `SUM(${own("share")}:${own("top-up")})` },
    shortfall: { value: 0 },
  };
}

/** The working of all funders of a year, as numbers. */
function topUpFigures({ terms, place }: ContributionYear, funders: readonly string[]) {
  const rule = terms.round.whenSomeDecline ?? { rule: "fixed-share" };
  const lines = rule.rule === "fixed-share" ? (rule.toppedUpBy ?? []) : [];
  const parts = lines.map(({ percent }) => Number(percent) / 100);
  const together = parts.reduce((sum, part) => sum + part, 0);
  const total = funders.reduce((sum, id) => sum + (terms.outcome.toppedUp.get(id)?.[place] ?? 0n), 0n);
  const weights = parts.map((part) => (together === 0 ? 0 : part / together));
  const order = funders.map((id) => funders.filter((other) => compareIds(other, id) <= 0).length);
  const quotas = weights.map((weight) => Number(total) * weight);
  return { pot: pounds(total), weights, order, quotas, ...roundQuotas(quotas, weights, order) };
}
