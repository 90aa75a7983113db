import { addressesOf, type Cells, type ContributionYear, pounds, rowStart } from "./contribution-sources";
import { potRow } from "./price-chains";
import type { RoundTerms } from "./round-terms";
import type { SheetCell } from "./sheet";

/** The pot of the year, the rule in force, whether the round goes ahead, and what stays short. */
export function potCells(sources: ContributionYear): Cells {
  const { terms, place, working } = sources;
  return {
    ...rowStart(sources, "The pot"),
    choice: ruleCell(sources),
    takes: happensCell(sources),
    pot: potCell(sources),
    ...(working === null ? {} : { "weight-all": payersCell(sources, working.all["weight-all"] ?? []) }),
    shortfall: { value: pounds(terms.outcome.shortfall[place]), formula: shortfallFormula(sources) },
  };
}

function potCell({ terms, figures, prices, year, months }: ContributionYear): SheetCell {
  if (terms.round.pot === undefined) return { value: 0 };
  const formula = `ROUND(${prices.cell(potRow(terms.round.id), year)}*${months}/12,2)`;
  return { value: figures.pot, formula };
}

/** The pot (under scale the payers' shares, nothing when the round does not go ahead) less all that is paid towards it. */
function shortfallFormula(sources: ContributionYear): string {
  const { pot, members, topUps } = addressesOf(sources);
  const asked = `IF(${pot("takes")}=0,0,IF(${pot("choice")}="scale",SUM(${members("share")}),${pot("pot")}))`;
  const topped = topUps("top-up");
  return `${asked}-SUM(${members("share")})-SUM(${members("override")})${topped === null ? "" : `-SUM(${topped})`}`;
}

/** What stands for a rule whose threshold is not reached. */
const NEVER = "does not go ahead";

/** The rule in force: that of Inputs, or what follows a threshold that is reached. */
function ruleCell(sources: ContributionYear): SheetCell {
  const { terms, inputs, working } = sources;
  const value = ruleInForce(terms);
  const path = `/contributions/${terms.round.id}/whenSomeDecline`;
  if (!inputs.has(`${path}/rule`) || working === null) return { value };
  const [rule, threshold, then] = [`${path}/rule`, `${path}/percent`, `${path}/then`].map(inputs.at) as [
    string,
    string,
    string,
  ];
  const reached = `ROUND(${addressesOf(sources).pot("weight-all")}-${threshold},12)>=0`;
  return { value, formula: `IF(${rule}="threshold",IF(${reached},${then},"${NEVER}"),${rule})` };
}

function ruleInForce({ round, outcome }: RoundTerms): string {
  const rule = round.whenSomeDecline ?? { rule: "fixed-share" };
  if (rule.rule !== "threshold") return rule.rule;
  return outcome.payersShare.mul(100n).compare(rule.percent) >= 0 ? rule.then : NEVER;
}

/** 1 when the round goes ahead; when nobody takes B it does so only under fixed shares. */
function happensCell(sources: ContributionYear): SheetCell {
  const value = sources.terms.outcome.happens ? 1 : 0;
  if (sources.working === null) return { value };
  const { pot, members } = addressesOf(sources);
  const nobody = `SUM(${members("takes")})=0`;
  const rule = pot("choice");
  return { value, formula: `IF(OR(${rule}="${NEVER}",AND(${nobody},${rule}<>"fixed-share")),0,1)` };
}

/** The payers' part of all weights: what a threshold is compared with. */
function payersCell(sources: ContributionYear, weights: readonly number[]): SheetCell {
  const { members } = addressesOf(sources);
  const value = weights.reduce((sum, weight, at) => sum + weight * (sources.figures.takes[at] ?? 0), 0);
  return { value, formula: `SUMPRODUCT(${members("weight-all")},${members("takes")})` };
}
