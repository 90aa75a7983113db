import type { ContributionRound, Option, RoundMember, Scenario } from "../../scenarios/model/scenario";
import { joinWords, namesOf } from "../reports/names";
import { type ShownField, showField } from "./fields";
import type { FieldChoice } from "./field-value";
import { optionChoices } from "./rules/choices";

/** Everything of a round of contributions that can be edited on its page. */
export type RoundForm = {
  readonly members: readonly MemberForm[];
  readonly rule: { readonly choice: ShownField; readonly percent: ShownField; readonly then: ShownField };
  /** Who tops up what is missing, while the rule is a fixed share. */
  readonly topUps: string | null;
  readonly weights: readonly ShownField[];
  readonly bounds: readonly ShownField[];
  readonly pot: readonly ShownField[];
};

export type MemberForm = {
  readonly id: string;
  readonly name: string;
  readonly choice: ShownField;
  readonly status: ShownField;
  /** Where a district can buy in. */
  readonly units: ShownField | null;
  readonly agreed: readonly ShownField[];
};

export function roundForm(scenario: Scenario, round: ContributionRound): RoundForm {
  const path = `/contributions/${round.id}`;
  const field = (name: string): ShownField => showField(scenario, `${path}/${name}`);
  const { share, pot, whenSomeDecline } = round;
  return {
    members: round.members.map((member) => memberForm(scenario, round, member)),
    rule: {
      choice: field("whenSomeDecline/rule"),
      percent: field("whenSomeDecline/percent"),
      then: field("whenSomeDecline/then"),
    },
    topUps:
      whenSomeDecline?.rule === "fixed-share" ? topUpWords(scenario, whenSomeDecline.toppedUpBy ?? []) : null,
    weights: (share?.weights ?? []).map((_, place) => field(`share/weights/${place}/percent`)),
    bounds: share === undefined ? [] : [field("share/minimum"), field("share/maximum")],
    pot: pot === undefined ? [] : [field("pot/annual")],
  };
}

function memberForm(scenario: Scenario, round: ContributionRound, { organisation }: RoundMember): MemberForm {
  const path = `/contributions/${round.id}/members/${organisation}`;
  const field = (name: string): ShownField => showField(scenario, `${path}/${name}`);
  return {
    id: organisation,
    name: namesOf(scenario).organisation(organisation),
    choice: { ...field("choice"), choices: choicesOf(round) },
    status: field("status"),
    units: round.buyIn === undefined ? null : field("buyInUnits"),
    agreed: ["annual", "agreedBy", "reason"].map((name) => field(`override/${name}`)),
  };
}

/** What a member of a round may choose: A only where it can buy in, B only where there is a pot. */
export function choicesOf(round: ContributionRound): readonly FieldChoice[] {
  const possible = (option: Option): boolean =>
    option === "C" || (option === "A" ? round.buyIn !== undefined : round.pot !== undefined);
  return optionChoices().filter(
    ({ value }) => value === "undecided" || value === "" || (value.split("+") as Option[]).every(possible),
  );
}

function topUpWords(
  scenario: Scenario,
  funders: readonly { readonly organisation: string; readonly percent: string }[],
): string | null {
  if (funders.length === 0) return null;
  const { organisation } = namesOf(scenario);
  const words = joinWords(
    funders.map((funder) => `${organisation(funder.organisation)} (${funder.percent}%)`),
  );
  return `What is missing is topped up by ${words}. Another rule drops these top-ups.`;
}

/**
 * What is still needed before fields that are saved together can be saved: the field that is empty, and why. A choice
 * of A needs its units, a threshold its percentage and what follows.
 */
export function stillNeeded(
  edit: Readonly<Record<string, string>>,
): { readonly name: string; readonly why: string } | null {
  for (const [name, text] of Object.entries(edit)) {
    const above = name.slice(0, name.lastIndexOf("/"));
    const isEmpty = (field: string): boolean => (edit[`${above}/${field}`] ?? "").trim() === "";
    if (name.endsWith("/choice") && text.includes("A") && isEmpty("buyInUnits")) {
      return { name: `${above}/buyInUnits`, why: "Option A buys units: write how many, and it is saved." };
    }
    if (name.endsWith("/whenSomeDecline/rule") && text === "threshold") {
      const why = "A threshold needs its percentage and what follows: give both, and it is saved.";
      if (isEmpty("percent")) return { name: `${above}/percent`, why };
      if (isEmpty("then")) return { name: `${above}/then`, why };
    }
  }
  return null;
}
