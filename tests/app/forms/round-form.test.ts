import { describe, expect, test } from "vitest";
import { choicesOf, roundForm, stillNeeded } from "../../../app/forms/round-form";
import type { ContributionRound } from "../../../scenarios/model/scenario";
import { exampleScenario } from "../../support/evaluated-example";
import { found } from "../../support/scenarios";

const S3 = exampleScenario("llr-2015-s3.json");
const ROUND = S3.contributions?.[0] as ContributionRound;
const member = "/contributions/districts/members/harborough";
const rule = "/contributions/districts/whenSomeDecline";

test("a district may take what the round offers", () => {
  const { buyIn, pot, ...withoutBoth } = ROUND;
  const withoutBuyIn = { ...withoutBoth, pot: found(pot) };
  const withoutPot = { ...withoutBoth, buyIn: found(buyIn) };
  expect(choicesOf(ROUND).map(({ value }) => value)).toEqual([
    "undecided",
    "B",
    "A",
    "C",
    "A+B",
    "A+C",
    "B+C",
    "A+B+C",
    "",
  ]);
  expect(choicesOf(withoutBuyIn).map(({ value }) => value)).toEqual(["undecided", "B", "C", "B+C", ""]);
  expect(choicesOf(withoutPot).map(({ value }) => value)).toEqual(["undecided", "A", "C", "A+C", ""]);
});

test("every member has its choice, and what it has now is among the choices", () => {
  const { members, weights } = roundForm(S3, ROUND);
  expect(members).toHaveLength(7);
  for (const { choice } of members) expect(choice.choices?.map(({ value }) => value)).toContain(choice.value);
  expect(weights.map(({ label, value }) => [label, value])).toEqual([
    ["Weight of population", "50"],
    ["Weight of incidents", "30"],
    ["Weight of equal shares", "20"],
  ]);
});

test("those who top up are named while the rule is a fixed share", () => {
  const toppedUpBy = [{ organisation: "opcc-leicestershire", percent: "50" }];
  const round: ContributionRound = { ...ROUND, whenSomeDecline: { rule: "fixed-share", toppedUpBy } };
  expect(roundForm(S3, round).topUps).toBe(
    "What is missing is topped up by Office of the Police and Crime Commissioner for Leicestershire (50%). Another rule drops these top-ups.",
  );
  expect(roundForm(S3, ROUND).topUps).toBeNull();
});

describe("what is still needed before a choice is saved", () => {
  test("A needs its units", () => {
    expect(stillNeeded({ [`${member}/choice`]: "A", [`${member}/buyInUnits`]: " " })?.name).toBe(
      `${member}/buyInUnits`,
    );
    expect(stillNeeded({ [`${member}/choice`]: "A+C" })?.name).toBe(`${member}/buyInUnits`);
    expect(stillNeeded({ [`${member}/choice`]: "A", [`${member}/buyInUnits`]: "300" })).toBeNull();
    expect(stillNeeded({ [`${member}/choice`]: "", [`${member}/buyInUnits`]: "" })).toBeNull();
  });

  test("a threshold needs its percentage and what follows", () => {
    expect(stillNeeded({ [`${rule}/rule`]: "threshold" })?.name).toBe(`${rule}/percent`);
    expect(stillNeeded({ [`${rule}/rule`]: "threshold", [`${rule}/percent`]: "75" })?.name).toBe(
      `${rule}/then`,
    );
    expect(
      stillNeeded({ [`${rule}/rule`]: "threshold", [`${rule}/percent`]: "75", [`${rule}/then`]: "scale" }),
    ).toBeNull();
    expect(stillNeeded({ [`${rule}/rule`]: "re-spread", [`${rule}/percent`]: "" })).toBeNull();
  });
});
