import { parseDay } from "../../scenarios/model/calendar";
import type {
  ContributionRound,
  FundingSource,
  Provenance,
  Provision,
  RoundMember,
  Scenario,
} from "../../scenarios/model/scenario";
import { namesOf } from "../reports/names";
import { basisWords, choiceWords } from "../reports/words";
import { EXCEL_EPOCH, type InputRule, type SheetFormat } from "./sheet";

/** One assumption: where it stands in the scenario file, its name, and its value as a sheet holds it. */
export type Input = {
  readonly path: string;
  readonly name: string;
  readonly value: string | number;
  readonly format: SheetFormat;
  readonly unit: string;
  readonly rule: InputRule;
  readonly provenance?: Provenance;
};

/**
 * The name of an assumption's cell: its place in the scenario file, as Excel allows names. Example:
 * `/provisions/joint/price/annual` is `provisions.joint.price.annual`.
 */
export function rangeName(path: string): string {
  return path
    .slice(1)
    .replaceAll("/", ".")
    .replaceAll(/[^A-Za-z0-9.]/g, "_");
}

/** Every assumption of a scenario that the formulas of the workbook read, in the order of the file. */
export function collectInputs(scenario: Scenario): readonly Input[] {
  const provenance = new Map((scenario.provenance ?? []).map((entry) => [entry.path, entry]));
  const inputs = [
    ...indexInputs(scenario),
    ...baseInputs(scenario),
    ...scenario.provisions.flatMap((provision) => provisionInputs(provision, namesOf(scenario).source)),
    ...(scenario.fundingSources ?? []).flatMap(sourceInputs),
    ...(scenario.contributions ?? []).flatMap((round) => roundInputs(scenario, round)),
  ];
  return inputs.map((input) => {
    const entry = provenance.get(input.path);
    return entry === undefined ? input : { ...input, provenance: entry };
  });
}

function indexInputs({ indexes = [] }: Scenario): Input[] {
  return indexes.flatMap(({ id, name, rates }) =>
    Object.entries(rates).map(([year, rate]) =>
      percent(`/indexes/${id}/rates/${year}`, `${name}, ${year}`, rate),
    ),
  );
}

/** The figures by which shares are worked out: of the areas and bases that a round uses. */
function baseInputs({ areas, contributions = [] }: Scenario): Input[] {
  return areas.flatMap(({ id, name, bases }) =>
    Object.entries(bases)
      .filter(([basis]) => contributions.some((round) => isBasisOf(round, id, basis)))
      .map(([basis, value]) =>
        quantity(`/areas/${id}/bases/${basis}`, `${name}: ${basisWords(basis)}`, value, ""),
      ),
  );
}

function isBasisOf(round: ContributionRound, area: string, basis: string): boolean {
  const weighted = (round.share?.weights ?? []).some((weight) => weight.basis === basis);
  return weighted && round.members.some((member) => member.area === area);
}

function provisionInputs(
  { id, name, start, end, price, oneOffs = [], funding = [] }: Provision,
  source: (id: string) => string,
): Input[] {
  const path = `/provisions/${id}`;
  return [
    date(`${path}/start`, `${name}: first day`, start),
    date(`${path}/end`, `${name}: last day`, end),
    ...(price === undefined ? [] : priceInputs(path, name, price)),
    ...oneOffs.flatMap((oneOff, place) => [
      money(`${path}/oneOffs/${place}/amount`, `${name}: ${oneOff.name}`, oneOff.amount),
      date(`${path}/oneOffs/${place}/date`, `${name}: ${oneOff.name}, date`, oneOff.date),
    ]),
    ...funding.flatMap((line, place) => {
      const of = `${path}/funding/${place}`;
      if ("annual" in line)
        return [money(`${of}/annual`, `${name}: from ${source(line.source)}, a year`, line.annual)];
      if ("percent" in line)
        return [
          percent(`${of}/percent`, `${name}: part of the cost from ${source(line.source)}`, line.percent),
        ];
      return [];
    }),
  ];
}

function priceInputs(path: string, name: string, price: NonNullable<Provision["price"]>): Input[] {
  if ("schedule" in price) {
    return Object.entries(price.schedule).map(([year, amount]) =>
      money(`${path}/price/schedule/${year}`, `${name}: price ${year}`, amount),
    );
  }
  const of = `${path}/price`;
  return [
    money(`${of}/annual`, `${name}: price a year`, price.annual),
    ...optional(price.premiumPercent, (value) => percent(`${of}/premiumPercent`, `${name}: premium`, value)),
    ...optional(price.firstUplift, (value) => date(`${of}/firstUplift`, `${name}: first uplift`, value)),
    ...optional(price.upliftFloor, (value) => percent(`${of}/upliftFloor`, `${name}: least uplift`, value)),
    ...optional(price.upliftCap, (value) => percent(`${of}/upliftCap`, `${name}: most uplift`, value)),
  ];
}

function sourceInputs({ id, name, amounts }: FundingSource): Input[] {
  return Object.entries(amounts).map(([year, amount]) =>
    money(`/fundingSources/${id}/amounts/${year}`, `${name}: ${year}`, amount),
  );
}

function roundInputs(scenario: Scenario, round: ContributionRound): Input[] {
  const { id, name, pot, share, whenSomeDecline, buyIn } = round;
  const path = `/contributions/${id}`;
  const names = namesOf(scenario);
  return [
    date(`${path}/from`, `${name}: first day`, round.from),
    date(`${path}/to`, `${name}: last day`, round.to),
    ...(pot === undefined ? [] : [money(`${path}/pot/annual`, `${name}: pot a year`, pot.annual)]),
    ...optional(pot?.firstUplift, (value) => date(`${path}/pot/firstUplift`, `${name}: first uplift`, value)),
    ...(share?.weights ?? []).map(({ basis, percent: weight }) =>
      percent(`${path}/share/weights/${basis}/percent`, `${name}: weight of ${basisWords(basis)}`, weight),
    ),
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
    ...funders.map((funder) =>
      percent(
        `${of}/toppedUpBy/${funder.organisation}/percent`,
        `${name}: topped up by ${organisation(funder.organisation)}`,
        funder.percent,
      ),
    ),
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

function optional<Value>(value: Value | undefined, input: (value: Value) => Input): Input[] {
  return value === undefined ? [] : [input(value)];
}

function money(path: string, name: string, amount: string): Input {
  return {
    path,
    name,
    value: Number(amount),
    format: "money",
    unit: "pounds",
    rule: { kind: "not-negative" },
  };
}

function percent(path: string, name: string, value: string): Input {
  return {
    path,
    name,
    value: Number(value) / 100,
    format: "percent",
    unit: "percent",
    rule: { kind: "figure" },
  };
}

function quantity(path: string, name: string, value: string, unit: string): Input {
  const format = Number.isInteger(Number(value)) ? "whole" : "quantity";
  return { path, name, value: Number(value), format, unit, rule: { kind: "not-negative" } };
}

function date(path: string, name: string, value: string): Input {
  return {
    path,
    name,
    value: parseDay(value) + EXCEL_EPOCH,
    format: "date",
    unit: "date",
    rule: { kind: "date" },
  };
}

function choice(path: string, name: string, value: string, choices: readonly string[]): Input {
  return { path, name, value, format: "text", unit: "one of a list", rule: { kind: "choice", choices } };
}
