import { describe, expect, it } from "vitest";
import { largestContributor, partnersOf } from "../../../../app/reports/questions/declines";
import type { Question } from "../../../../app/reports/questions/question";
import { answerQuestions } from "../../../../app/reports/questions/questions";
import { parseMoney } from "../../../../scenarios/model/money";
import type { Evaluation } from "../../../../scenarios/model/evaluation";
import type { Commitment, LotStructure, Scenario } from "../../../../scenarios/model/scenario";
import { EVALUATED_EXAMPLES, evaluatedExample } from "../../../support/evaluated-example";
import { found } from "../../../support/scenarios";

const S1 = evaluatedExample("llr-2015-s1.json");
const S3 = evaluatedExample("llr-2015-s3.json");
const S4 = evaluatedExample("llr-2015-s4.json");

function ask(evaluation: Evaluation, id: Question["id"], partner = largestContributor(evaluation)): Question {
  return found(
    answerQuestions(evaluation, { area: "melton", partner }).find((question) => question.id === id),
  );
}

const answer = (...asked: Parameters<typeof ask>): string => {
  const { lead, rest } = ask(...asked);
  return `${lead}${rest}`;
};

describe("what does it cost", () => {
  it("is the total, the first whole year, and what is not in it", () => {
    expect(answer(S3, "cost")).toBe(
      "£7,059,960.82 from January 2015 to September 2018, of which £1,786,620.00 in 2015/16, net of recoverable VAT; the price of OPCC transition funding for key services is not known and not in it.",
    );
  });
});

describe("who pays", () => {
  it("names those who pay most, the districts together, and what nobody pays", () => {
    expect(answer(S1, "payers")).toBe(
      "Leicestershire County Council £2,624,646.88 (39%), Leicester City Council £1,904,770.00 (28%), Office of the Police and Crime Commissioner for Leicestershire £1,226,225.00 (18%), 7 districts by their contributions £764,468.75 (11%) and 2 others £229,868.93 (3%); £18,962.50 (under 1%) is paid by nobody.",
    );
  });

  it.each(EVALUATED_EXAMPLES)("comes in %s to all that is paid and unfunded", (file) => {
    const evaluation = evaluatedExample(file);
    const amounts = [...answer(evaluation, "payers").matchAll(/£([\d,]+\.\d\d)/g)];
    const all = amounts.reduce((sum, [, text = ""]) => sum + parseMoney(text.replaceAll(",", "")), 0n);
    const paid = evaluation.ledger
      .filter(({ kind }) => !["contract", "uplift", "one-off"].includes(kind))
      .reduce((sum, { amount }) => sum + amount, 0n);
    expect(all).toBe(paid);
  });
});

describe("what do my residents get", () => {
  it("is the services that are required there, what is missing, and how long they wait", () => {
    expect(answer(S4, "residents")).toBe(
      "7 services: Advocacy, Face to face support, Domestic abuse family support (families with children of 0-2 first) and 4 others; all of them are missing for a time, first from 1 October 2015; the longest wait at the end is 77.4 weeks, for Advocacy; 6 have less capacity than demand in the last year.",
    );
    expect(ask(S4, "residents").tone).toBe("bad");
  });

  it("says that nothing is missing where every month is covered", () => {
    expect(answer(S1, "residents")).toContain("none of them is missing in any month");
  });

  it("is what is planned where nothing is required", () => {
    const free = evaluatedExample("llr-2015-s1.json", (scenario) => ({ ...scenario, requirements: [] }));
    expect(answer(free, "residents")).toMatch(
      /^No service is required there, and \d+ services are planned: /,
    );
  });
});

describe("any month without a service", () => {
  it("is yes with the month, the services and the areas", () => {
    expect(answer(S4, "gaps")).toBe(
      "Yes, in October 2015: 7 services are missing in 9 areas, 59 of the 2,655 required months of a service in an area; 54 more rest on something not confirmed.",
    );
  });

  it("is no where every month is covered, and says what it rests on", () => {
    expect(answer(S1, "gaps")).toBe(
      "No: all 2,655 required months of a service in an area are covered; 54 of them rest on something not confirmed.",
    );
  });
});

describe("what if a partner says no", () => {
  it("is what is lost, who pays it instead, and what nobody pays then, to the penny", () => {
    expect(answer(S4, "declines", "melton")).toBe(
      "£65,981.46 of contributions is lost: the others pay the same, funds pay £32,424.59 more and £52,519.37 is unfunded instead of £18,962.50.",
    );
  });

  it("says that the others pay more where the pot is shared afresh", () => {
    expect(answer(evaluatedExample("llr-2015-s2.json"), "declines", "charnwood")).toBe(
      "£264,020.12 of contributions is lost: the others pay £264,020.12 more and £18,962.50 is unfunded as before.",
    );
  });

  it("changes nothing where the partner pays nothing, and says what its share would be", () => {
    expect(answer(S3, "declines", "hinckley-bosworth")).toMatch(
      /^Nothing changes: it contributes nothing in this scenario; its share would be £[\d,.]+ if it joined/,
    );
  });

  it("says that the pot cannot be shared where the others may not pay enough", () => {
    const capped = evaluatedExample("llr-2015-s2.json", (scenario) => capAt(scenario, "70000.00"));
    expect(answer(capped, "declines", "charnwood")).toContain("the pot can then not be shared");
  });

  it.each(EVALUATED_EXAMPLES)("is the same in %s as when the partner declines in the file", (file) => {
    const evaluation = evaluatedExample(file);
    for (const partner of partnersOf(evaluation.scenario)) {
      const text = answer(evaluation, "declines", partner);
      const unfunded = /£([\d,.]+) is unfunded/.exec(text)?.[1];
      if (unfunded === undefined) continue;
      const declined = evaluatedExample(file, (scenario) => declining(scenario, partner));
      const sum = declined.funding.unfunded.reduce((all, amount) => all + amount, 0n);
      expect(parseMoney(unfunded.replaceAll(",", ""))).toBe(sum);
    }
  });
});

describe("why this lot structure", () => {
  const withLots = (change: Partial<LotStructure>) =>
    evaluatedExample("llr-2015-s1.json", (scenario) => ({
      ...scenario,
      lotStructure: { ...found(scenario.lotStructure), ...change },
    }));

  it("is what one lot leaves for direct work, and what each further one takes", () => {
    expect(answer(withLots({ chosen: [["sv", "dv", "therapy"]] }), "lots")).toBe(
      "One lot leaves £840,000.00 a year for direct work, 20.00 FTE, and hands nobody on from one lot to another; each further lot would take £60,000.00 of overhead, which is 1.43 FTE.",
    );
  });

  it("is what several lots cost and what they protect from", () => {
    expect(answer(withLots({ chosen: [["dv", "therapy"], ["sv"]] }), "lots")).toMatch(
      /^2 lots, Domestic violence \+ Therapeutic support \| Sexual violence, have 18\.57 FTE against 20\.00 FTE in one lot, and 0\.25 hand-offs a user, the fewest of all ways to make 2 lots; if the largest provider fails, \d+% of the capacity is lost for a time instead of all\.$/,
    );
  });

  it("is not decided where the scenario does not say", () => {
    expect(answer(S1, "lots")).toMatch(/^Not decided in this scenario: one lot leaves £840,000.00/);
  });
});

describe("what did we promise and not yet start", () => {
  const withCommitments = (...states: readonly Commitment["state"][]) =>
    evaluatedExample("llr-2015-s1.json", (scenario) => ({
      ...scenario,
      provisions: scenario.provisions.map(({ commitments: _commitments, ...provision }) => provision),
      commitments: states.map((state, place) => ({ id: `c${place}`, name: `Promise ${place + 1}`, state })),
    }));

  it("names what is not started and says that no money is behind it", () => {
    expect(answer(withCommitments("green", "not-started", "not-started"), "promises")).toBe(
      "2 of 3 commitments: “Promise 2” and “Promise 3”; no money is shown behind any of them.",
    );
    expect(answer(withCommitments("not-started"), "promises")).toBe(
      "1 of 1 commitment: “Promise 1”; no money is shown behind it.",
    );
  });

  it("is nothing where all are started; a state that is not known is not the same", () => {
    expect(answer(withCommitments("red", "green"), "promises")).toBe(
      "Nothing: none of 2 commitments is “not started”.",
    );
    expect(answer(S1, "promises")).toBe(
      "Nothing that we know of: none of 4 commitments is “not started”, and of 1 the state is not known.",
    );
  });
});

describe("the questions of a board", () => {
  it.each(EVALUATED_EXAMPLES)("have in %s each one sentence for an answer", (file) => {
    const evaluation = evaluatedExample(file);
    const area = evaluation.scenario.areas[0]?.id;
    for (const { lead, rest } of answerQuestions(evaluation, {
      area,
      partner: largestContributor(evaluation),
    })) {
      expect(`${lead}${rest}`).toMatch(/^\S.*\.$/);
      expect(`${lead}${rest}`).not.toMatch(/\. [A-Z]|undefined|NaN|  /);
    }
  });

  it("are answered of an empty plan as well", () => {
    const empty = evaluatedExample("llr-2015-s0.json", (scenario) => ({
      ...scenario,
      ...{ provisions: [], requirements: [], demand: [], fundingSources: [], commitments: [], risks: [] },
    }));
    expect(answer(empty, "cost")).toBe("Nothing yet: the plan has no contract, grant or lot.");
    expect(answer(empty, "payers")).toBe("Nobody: there is nothing to pay yet.");
    expect(answer(empty, "residents")).toBe("No service is required there, and nothing is planned.");
    expect(answer(empty, "gaps")).toBe("None is counted: the plan does not say which services are required.");
  });
});

function declining(scenario: Scenario, organisation: string): Scenario {
  return mapMembers(scenario, (member) =>
    member.organisation === organisation ? { ...member, choice: [] } : member,
  );
}

function capAt(scenario: Scenario, maximum: string): Scenario {
  return mapMembers(scenario, (member) => ({ ...member, maximum }));
}

type Member = NonNullable<Scenario["contributions"]>[number]["members"][number];

function mapMembers(scenario: Scenario, change: (member: Member) => Member): Scenario {
  return {
    ...scenario,
    contributions: (scenario.contributions ?? []).map((round) => ({
      ...round,
      members: round.members.map(change),
    })),
  };
}
