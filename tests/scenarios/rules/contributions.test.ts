import { describe } from "vitest";
import { buyInAnnualPrice } from "../../../scenarios/calculate/buy-in";
import { fairnessOf } from "../../../scenarios/calculate/fairness";
import { formatRational } from "../../../scenarios/document/format-result";
import { sumPence } from "../../../scenarios/model/money";
import type { ContributionRound, DeclineRule, RoundMember } from "../../../scenarios/model/scenario";
import { DISTRICTS, evaluated, found, provisionWith, scenarioWith } from "../../support/scenarios";
import { ALL, members, PAYERS, roundOf } from "../../support/seven-districts";
import { cells, pounds, type Row, vectors } from "./rules-document";

/** "fixed-share, 50 % and 50 %": with the funders that top up; "threshold 75 %, then scale"; or the rule alone. */
function ruleIn(words: string): DeclineRule {
  const [rule, ...rest] = words.split(", ");
  const percents = [...words.matchAll(/(\d+) %/g)].map(([, percent]) => found(percent));
  if (rule === "re-spread" || rule === "scale") return { rule };
  if (rule === "fixed-share") {
    const toppedUpBy = percents.map((percent, at) => ({
      organisation: found(["lead", "melton"][at]),
      percent,
    }));
    return toppedUpBy.length === 0 ? { rule } : { rule, toppedUpBy };
  }
  const then = found(rest[0]).replace("then ", "") as "fixed-share" | "re-spread" | "scale";
  return { rule: "threshold", percent: found(percents[0]), then };
}

describe("contributions of districts (rules §4)", () => {
  const bands = [
    { upTo: "200", price: "48.00" },
    { upTo: "500", price: "44.00" },
    { upTo: null, price: "40.00" },
  ];

  vectors<"units">("bands of £48 up to 200 units, £44 up to 500, £40 above", (rows) =>
    rows.map((row) => {
      const priced = cells(["incremental", "all-units"] as const, (method) => [
        method,
        pounds(buyInAnnualPrice({ activity: "support", bands, method }, row.units)),
      ]);
      return { ...row, ...priced };
    }),
  );

  vectors<"takes B">("four of seven pay", (rows) => {
    const paying = ALL.filter((_, place) => rows[place]?.["takes B"] === "yes");
    const sharesBy = (rule: DeclineRule) =>
      roundOf({ members: members(paying), whenSomeDecline: rule }).outcome.members.map(({ share }) =>
        pounds(found(share[0])),
      );
    const [fixed, spread] = [sharesBy({ rule: "fixed-share" }), sharesBy({ rule: "re-spread" })];
    return ALL.map((district, at) => ({
      ...{ district, "takes B": paying.includes(district) ? "yes" : "no" },
      ...{ "fixed-share": found(fixed[at]), "re-spread": found(spread[at]) },
    }));
  });

  vectors<"rule">("what each rule leaves", (rows) =>
    rows.map(({ rule }): Row => {
      const { outcome } = roundOf({ whenSomeDecline: ruleIn(rule) });
      const topUps = [...outcome.toppedUp.values()].map(([first]) => found(first));
      return {
        rule,
        happens: outcome.happens ? "yes" : "no",
        collected: pounds(sumPence(outcome.members.map(({ share }) => found(share[0])))),
        "topped up": topUps.map(pounds).join(", "),
        shortfall: pounds(found(outcome.shortfall[0])),
        capacity: formatRational(outcome.capacityScale),
      };
    }),
  );

  vectors<"rule">("what Blaby pays", (rows) =>
    rows.map(({ rule }) => {
      const { evaluation } = roundOf({ whenSomeDecline: ruleIn(rule) });
      const { all, asDeclared, onlyThisOne } = found(evaluation.ifOthersDecline.get("round")?.get("blaby"));
      return {
        rule,
        "all join": pounds(found(all)),
        "as declared": pounds(found(asDeclared)),
        "only this one": pounds(found(onlyThisOne)),
      };
    }),
  );

  vectors<"choice">("who gets the capacity", (rows) => {
    const declared = rows.map(({ choice }) => choice);
    const all = declared.map(() => "B");
    const columns = {
      members: coveredBy("members", declared),
      open: coveredBy("open", declared),
      "all in B, open": coveredBy("open", all),
      "all in B, by-contribution": coveredBy("by-contribution", all),
    };
    return ALL.map((district, at) => ({
      ...{ district, choice: PAYERS.includes(district) ? "B" : found(declared[at]) },
      ...cells(Object.entries(columns), ([column, parts]) => [column, found(parts[at])]),
    }));
  });

  vectors<"member">("two members that cost 70 and 40 alone and 90 together", (rows) => {
    const worths = [0n, 70n, 40n, 90n];
    const lines = fairnessOf(2, (who) => found(worths[who.reduce((sum, member) => sum + 2 ** member, 0)]));
    return lines.map(({ standAlone, incremental, shapley }, at) => ({
      member: found(rows[at]).member,
      alone: `${standAlone}`,
      "what it adds to the other": `${incremental}`,
      Shapley: shapley.toString(),
    }));
  });
});

type Access = NonNullable<ContributionRound["capacity"]>["access"];

/** The entitlement of each district in per cent of its demand, 3 hours for each incident, in April 2015. */
function coveredBy(access: Access, choices: readonly string[]): string[] {
  const demandOf = (place: number): number => 3 * Number(found(DISTRICTS[place]).bases["incidents"]);
  const round: ContributionRound = {
    ...{ id: "round", name: "Round", provision: "joint", from: "2015-04-01", to: "2016-03-31" },
    pot: { annual: "250000.00" },
    share: { weights: [{ basis: "population", percent: "100" }] },
    whenSomeDecline: { rule: "scale" },
    capacity: { activity: "support", unitsPerYear: "5727.6", access },
    buyIn: { activity: "support", bands: [{ upTo: null, price: "48.00" }], method: "incremental" },
    members: ALL.map((id, place) => ({
      ...{ organisation: id, area: id, choice: [choices[place]] as RoundMember["choice"] },
      ...(choices[place] === "A" && { buyInUnits: "300" }),
    })),
  };
  const { capacity } = evaluated(
    scenarioWith({
      areas: DISTRICTS,
      provisions: [provisionWith({ areas: ALL, capacity: [{ activity: "support", unitsPerYear: "20000" }] })],
      demand: ALL.map((id, place) => ({
        ...{ id, area: id, activity: "support", baseYear: "2015/16", leavingPercent: "100" },
        annual: String(demandOf(place)),
      })),
      contributions: [round],
    }),
  );
  return capacity.map(({ entitlement }, place) =>
    ((found(entitlement[0]) * 1_200) / demandOf(place)).toFixed(2),
  );
}
