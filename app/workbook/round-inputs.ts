import type { ContributionRound, RoundMember, Scenario } from "../../scenarios/model/scenario";
import { namesOf } from "../reports/names";
import { basisWords, choiceWords } from "../reports/words";
import { choice, date, type Input, money, optional, percent, quantity } from "./inputs";

/** The assumptions of a round: its pot, the rule of its shares, what follows when some decline, its members. */
export function roundInputs(scenario: Scenario, round: ContributionRound): Input[] {
  const { id, name, pot, share, whenSomeDecline, buyIn } = round;
  const path = `/contributions/${id}`;
  const names = namesOf(scenario);
  return [
    date(`${path}/from`, `${name}: first day`, round.from),
    date(`${path}/to`, `${name}: last day`, round.to),
    ...(pot === undefined ? [] : [money(`${path}/pot/annual`, `${name}: pot a year`, pot.annual)]),
    ...optional(pot?.firstUplift, (value) => date(`${path}/pot/firstUplift`, `${name}: first uplift`, value)),
    ...(share?.weights ?? []).map(({ basis, percent: weight }, place) => ({
      ...percent(`${path}/share/weights/${basis}/percent`, `${name}: weight of ${basisWords(basis)}`, weight),
      inFile: `${path}/share/weights/${place}/percent`,
    })),
    ...(share === undefined ? [] : pathInputs(path, name, share, names.organisation)),
    ...(pot === undefined ? [] : declineInputs(path, name, whenSomeDecline, names.organisation)),
    ...(buyIn?.bands ?? []).map(({ price }, place) =>
      money(`${path}/buyIn/bands/${place}/price`, `${name}: price of a unit in band ${place + 1}`, price),
    ),
    ...round.members.flatMap((member) =>
      memberInputs(round, member, names.organisation(member.organisation)),
    ),
  ];
}

/** The way from the historic figures to the target: phasing in, or a collar. */
function pathInputs(
  path: string,
  name: string,
  { phaseIn, collar }: NonNullable<ContributionRound["share"]>,
  organisation: (id: string) => string,
): Input[] {
  const historic = (of: string, figures: Readonly<Record<string, string>>): Input[] =>
    Object.entries(figures).map(([id, amount]) =>
      money(`${path}/share/${of}/historic/${id}`, `${organisation(id)}: historic figure`, amount),
    );
  return [
    ...(phaseIn === undefined ? [] : historic("phaseIn", phaseIn.historic)),
    ...Object.entries(phaseIn?.percentByYear ?? {}).map(([year, way]) =>
      percent(`${path}/share/phaseIn/percentByYear/${year}`, `${name}: way to the target in ${year}`, way),
    ),
    ...(collar === undefined ? [] : historic("collar", collar.historic)),
    ...optional(collar?.maximumRisePercent, (rise) =>
      percent(`${path}/share/collar/maximumRisePercent`, `${name}: most that a year may rise`, rise),
    ),
  ];
}

const RULES = ["fixed-share", "re-spread", "scale", "threshold"] as const;

function declineInputs(
  path: string,
  name: string,
  rule: ContributionRound["whenSomeDecline"] = { rule: "fixed-share" },
  organisation: (id: string) => string,
): Input[] {
  const of = `${path}/whenSomeDecline`;
  const [threshold, then] = rule.rule === "threshold" ? [rule.percent, rule.then] : ["0", "fixed-share"];
  const funders = rule.rule === "fixed-share" ? (rule.toppedUpBy ?? []) : [];
  return [
    choice(`${of}/rule`, `${name}: when some decline`, rule.rule, RULES),
    percent(`${of}/percent`, `${name}: threshold`, threshold),
    choice(`${of}/then`, `${name}: when the threshold is reached`, then, RULES.slice(0, 3)),
    ...funders.map((funder, place) => ({
      ...percent(
        `${of}/toppedUpBy/${funder.organisation}/percent`,
        `${name}: topped up by ${organisation(funder.organisation)}`,
        funder.percent,
      ),
      inFile: `${of}/toppedUpBy/${place}/percent`,
    })),
  ];
}

function memberInputs(round: ContributionRound, member: RoundMember, name: string): Input[] {
  const path = `/contributions/${round.id}/members/${member.organisation}`;
  const bounds = [
    ["minimum", member.minimum ?? round.share?.minimum],
    ["maximum", member.maximum ?? round.share?.maximum],
  ] as const;
  return [
    choice(`${path}/choice`, `${name}: choice`, choiceCode(member.choice), CHOICES),
    ...bounds.flatMap(([field, amount]) =>
      optional(amount, (value) => money(`${path}/${field}`, `${name}: ${field} a year`, value)),
    ),
    ...optional(member.buyInUnits, (units) =>
      quantity(`${path}/buyInUnits`, `${name}: units bought in`, units, "units a year"),
    ),
    ...optional(member.override, ({ annual }) =>
      money(`${path}/override/annual`, `${name}: agreed instead of the formula, a year`, annual),
    ),
  ];
}

const CHOICES = ["Undecided", "Declines", "A", "B", "C", "A + B", "A + C", "B + C", "A + B + C"] as const;

/** A choice as the Inputs sheet holds it: the letters of the options, which formulas look for. */
export function choiceCode(options: RoundMember["choice"]): string {
  return typeof options === "string" || options.length === 0
    ? choiceWords(options)
    : options.toSorted().join(" + ");
}
