import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyOperations } from "../../../scenarios/changes/apply-operations";
import { askedOf, partnersOf } from "../../../scenarios/consultation/consultation";
import { foldReplies } from "../../../scenarios/consultation/fold-replies";
import { parseReply } from "../../../scenarios/consultation/parse-reply";
import type { Reply, RoundReply } from "../../../scenarios/consultation/reply";
import { evaluateScenario } from "../../../scenarios/evaluate-scenario";
import { formatMoney } from "../../../scenarios/model/money";
import type { Scenario } from "../../../scenarios/model/scenario";
import { validateScenario } from "../../../scenarios/validate-scenario";
import { exampleScenario } from "../../support/evaluated-example";

const s1 = exampleScenario("llr-2015-s1.json");
const QUESTIONS = [{ id: "q1", text: "Would you host a drop-in?" }];
const asked = askedOf([s1], QUESTIONS, "melton");
const ROUND = { scenario: s1.id, round: "districts" };

const WHOLE = {
  rounds: [{ ...ROUND, decision: "takes-options", ranks: { B: "1", C: "2" }, maximum: "25000" }],
  signOff: "cabinet",
  repliedBy: "A. Clerk, head of communities",
  answers: { q1: "Yes" },
};

function issuesOf(input: unknown): string[] {
  const parsed = parseReply(input, asked);
  return parsed.ok ? [] : parsed.issues.map(({ message }) => message);
}

function reply(
  organisation: string,
  round: Omit<RoundReply, "scenario" | "round">,
  rest: Partial<Reply> = {},
): Reply {
  const whole = { organisation, signOff: "cabinet", repliedBy: "An officer", answers: {} } as const;
  return { ...whole, rounds: [{ ...ROUND, ...round }], ...rest };
}

function folded(replies: readonly Reply[], silence: "undecided" | "unchanged" | "declines" = "undecided") {
  const { operations, folded: lines } = foldReplies(s1, replies, silence);
  const applied = applyOperations(s1, operations);
  if (!applied.ok) throw new Error(JSON.stringify(applied.issues));
  const parsed = validateScenario(applied.document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return { scenario: parsed.scenario, lines };
}

const memberOf = (scenario: Scenario, organisation: string) =>
  scenario.contributions?.[0]?.members.find((member) => member.organisation === organisation);

describe("a reply", () => {
  it("is asked of every member of a round, in the order of the areas", () => {
    expect(partnersOf([s1]).slice(0, 3)).toEqual(["blaby", "charnwood", "harborough"]);
    expect(asked.rounds).toMatchObject([{ round: "districts", options: ["A", "B", "C"], mostUnits: null }]);
    expect(askedOf([s1], [], "opcc").rounds).toEqual([]);
  });

  it("that is whole is read to the penny, with the order of its options", () => {
    const parsed = parseReply(WHOLE, asked);
    expect(parsed).toMatchObject({
      ok: true,
      reply: {
        organisation: "melton",
        rounds: [{ decision: "takes-options", ranks: { B: 1, C: 2 }, maximum: "25000.00" }],
        answers: { q1: "Yes" },
      },
    });
  });

  it("names field, value and remedy of everything that is wrong, at once", () => {
    const round = { ...ROUND, decision: "takes-options", ranks: { A: "1", B: "first" }, maximum: "fifty" };
    expect(issuesOf({ ...WHOLE, rounds: [round], signOff: "mayor" })).toEqual([
      'Most you would pay a year is "fifty"; write pounds, such as 50000.00.',
      'Place of option B is "first"; write 1, 2 or 3, or leave it empty.',
      "Units that you would buy a year is missing, though option A has a place; write how many.",
      'Who has agreed to this reply is "mayor"; choose one of the list.',
    ]);
  });

  it("needs a decision, a first choice and a name", () => {
    expect(issuesOf({})).toEqual([
      "Your decision is missing; choose one of the list.",
      "Who has agreed to this reply is missing; choose one of the list.",
      "Your name and post is missing; write who replies for the organisation.",
    ]);
    const second = { ...ROUND, decision: "takes-options", ranks: { B: "2" } };
    expect(issuesOf({ ...WHOLE, rounds: [second] })[0]).toContain("has no first choice");
  });

  it("answers nothing that was not asked, and nothing twice", () => {
    const [round] = WHOLE.rounds;
    expect(issuesOf({ ...WHOLE, rounds: [round, round] })).toEqual([
      `Round "${s1.id}/districts" is answered twice; keep one.`,
    ]);
    expect(issuesOf({ ...WHOLE, rounds: [round, { ...round, round: "other" }] })[0]).toContain(
      "was not asked",
    );
    expect(issuesOf({ ...WHOLE, organisation: "blaby" })[0]).toContain('this reply is for "melton" only');
    expect(issuesOf({ ...WHOLE, answers: { q9: "?" } })[0]).toContain('"q9" is not part');
  });

  it("gives issues or a reply for anything at all", () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.record({
        rounds: fc.anything(),
        signOff: fc.anything(),
        repliedBy: fc.anything(),
        answers: fc.anything(),
      }),
    );
    fc.assert(fc.property(anything, (input) => typeof parseReply(input, asked).ok === "boolean"));
  });
});

describe("replies folded into the frozen scenario", () => {
  it("leave the silent undecided, never in an option", () => {
    const { scenario, lines } = folded([]);
    expect(scenario.contributions?.[0]?.members.map(({ choice }) => choice)).toEqual(
      Array.from({ length: 7 }, () => "undecided"),
    );
    expect(lines.every(({ reasons }) => reasons.includes("silent-undecided"))).toBe(true);
  });

  it("keep the frozen choice of the silent, or let them decline, where the consultation says so", () => {
    expect(memberOf(folded([], "unchanged").scenario, "melton")).toMatchObject({
      choice: ["B"],
      status: "asked",
    });
    expect(memberOf(folded([], "declines").scenario, "melton")).toMatchObject({
      choice: [],
      status: "asked",
    });
  });

  it("take the options of the first place together, with units, and leave those of the second", () => {
    const { scenario } = folded([
      reply("melton", { decision: "takes-options", ranks: { A: 1, C: 1, B: 2 }, buyInUnits: "300" }),
    ]);
    expect(memberOf(scenario, "melton")).toMatchObject({
      choice: ["A", "C"],
      buyInUnits: "300",
      status: "confirmed",
    });
    const melton = evaluateScenario(scenario).contributions.get("districts")?.members[4];
    // 200 × £48 + 100 × £44 = £14,000 a year, indexed like the pot from April 2017; half a year first.
    expect(formatMoney(melton?.buyIn[1] ?? 0n)).toBe("7000.00");
  });

  it("count a reply for as much as was signed off, and as an indication while it has conditions", () => {
    const joins = { decision: "takes-options", ranks: { B: 1 } } as const;
    const status = (level: Reply["signOff"], conditions?: string) =>
      memberOf(
        folded([
          reply(
            "melton",
            { ...joins, ...(conditions === undefined ? {} : { conditions }) },
            { signOff: level },
          ),
        ]).scenario,
        "melton",
      )?.status;
    expect(status("officer")).toBe("indicative");
    expect(status("full-council")).toBe("confirmed");
    expect(status("signed-agreement")).toBe("signed");
    expect(status("full-council", "If Blaby joins")).toBe("indicative");
  });

  it("bound a share by the most that a partner would pay, to the penny", () => {
    const joins = (organisation: string, maximum?: string) =>
      reply(organisation, {
        decision: "takes-options",
        ranks: { B: 1 },
        ...(maximum === undefined ? {} : { maximum }),
      });
    const { scenario } = folded(
      partnersOf([s1]).map((organisation) =>
        joins(organisation, organisation === "charnwood" ? "50000.00" : undefined),
      ),
    );
    const outcome = evaluateScenario(scenario).contributions.get("districts");
    expect(formatMoney(outcome?.members[1]?.share[1] ?? 0n)).toBe("25000.00");
    expect(outcome?.shortfall.every((pence) => pence === 0n)).toBe(true);
  });

  it("leave maxima out of the figures, and say so, where the pot would find no takers", () => {
    const joins = { decision: "takes-options", ranks: { B: 1 }, maximum: "1000.00" } as const;
    const { scenario, lines } = folded(partnersOf([s1]).map((organisation) => reply(organisation, joins)));
    expect(memberOf(scenario, "melton")?.maximum).toBeUndefined();
    expect(lines.every(({ reasons }) => reasons.includes("maximum-left-out"))).toBe(true);
  });

  it("change nothing in the frozen scenario itself, and nothing when replies say what it says", () => {
    const before = JSON.stringify(s1);
    const joins = { decision: "takes-options", ranks: { B: 1 } } as const;
    const same = partnersOf([s1]).map((organisation) => reply(organisation, joins, { signOff: "officer" }));
    expect(foldReplies(s1, same, "undecided").operations).toEqual([]);
    expect(JSON.stringify(s1)).toBe(before);
  });
});
