import { inDrawOrder } from "../../../scenarios/model/draw-order";
import { formatFinancialYear } from "../../../scenarios/model/calendar";
import type { Evaluation, RoundOutcome } from "../../../scenarios/model/evaluation";
import type { Id } from "../../../scenarios/model/identifiers";
import { sumPence } from "../../../scenarios/model/money";
import { bottleneckSentences } from "../bottleneck";
import { joinFew, namesOf } from "../names";
import type { Explanation, Part } from "./explanation";

/** What nobody pays for, over the horizon: the sum of the years. */
export function explainUnfunded({ funding, timeline }: Evaluation): Explanation {
  return {
    title: "Unfunded",
    value: sumPence(funding.unfunded),
    kind: "money",
    rule: ["What costs are left in each financial year when all money that may pay for them is used."],
    parts: timeline.years.map((year, place) => ({
      id: String(year),
      label: formatFinancialYear(year),
      value: funding.unfunded[place] ?? 0n,
      to: ["unfunded", String(year)],
    })),
    workings: [],
    inputs: [],
  };
}

/** What nobody pays for in a year: the sum of the provisions. Null when the plan does not reach it. */
export function explainUnfundedYear(evaluation: Evaluation, year: number): Explanation | null {
  const { funding, timeline, scenario } = evaluation;
  const place = timeline.years.indexOf(year);
  if (place < 0) return null;
  const parts = [...funding.provisions].map(
    ([provision, years]): Part => ({
      id: provision,
      label: namesOf(scenario).provision(provision),
      value: years[place]?.unfunded ?? 0n,
      to: ["funding", provision, String(year)],
    }),
  );
  const words = formatFinancialYear(year);
  return {
    title: `Unfunded in ${words}`,
    value: funding.unfunded[place] ?? 0n,
    kind: "money",
    rule: [
      "Money is matched to costs so that as little as possible stays unpaid: agreed lines first, then every source pays what it may, those that end first.",
      ...bottleneckSentences(evaluation).filter((sentence) => sentence.startsWith(`In ${words} `)),
    ],
    parts: parts.filter(({ value }) => value !== 0n),
    workings: [],
    inputs: (scenario.fundingSources ?? []).map(({ id }) => `/fundingSources/${id}/amounts/${words}`),
  };
}

/** What is unfunded of a provision in a year: its cost less what pays for it. */
export function explainFunding(evaluation: Evaluation, provision: Id, year: number): Explanation | null {
  const { funding, timeline, scenario } = evaluation;
  const of = funding.provisions.get(provision)?.[timeline.years.indexOf(year)];
  if (of === undefined) return null;
  const names = namesOf(scenario);
  const words = formatFinancialYear(year);
  const beyond = of.contributions > of.cost ? of.contributions - of.cost : 0n;
  const sources = [...of.sources].map(([source, amount]): Part => {
    const isAgreed = (of.agreed.get(source) ?? 0n) === amount;
    return {
      id: source,
      label: `less ${names.source(source)}${isAgreed ? ", as agreed" : ""}`,
      value: -amount,
    };
  });
  return {
    title: `What is unfunded of ${names.provision(provision)} in ${words}`,
    value: of.unfunded,
    kind: "money",
    rule: [
      "The cost of the year, less contributions of districts and top-ups, less what each source pays. A source pays only what its ring-fence allows and as far as it reaches.",
      drawsSentence(evaluation, provision),
    ],
    parts: [
      { id: "cost", label: "Cost", value: of.cost, to: ["cost", provision, String(year)] },
      ...unlessZero({
        id: "contributions",
        label: "less contributions and top-ups",
        value: -of.contributions,
      }),
      ...unlessZero({
        id: "beyond",
        label: "Contributions beyond the cost, which pay for nothing here",
        value: beyond,
      }),
      ...sources,
    ],
    workings: [],
    inputs: [
      ...[...of.sources.keys()].map((source) => `/fundingSources/${source}/amounts/${words}`),
      ...(scenario.provisions.find(({ id }) => id === provision)?.funding ?? []).flatMap((_, place) =>
        ["annual", "percent"].map((field) => `/provisions/${provision}/funding/${place}/${field}`),
      ),
      `/provisions/${provision}/drawOrder`,
    ],
  };
}

/** What draws on the sources before it, since that may leave less for it. */
function drawsSentence({ scenario }: Evaluation, provision: Id): string {
  const before = inDrawOrder(scenario.provisions).map(({ id }) => id);
  const place = before.indexOf(provision);
  const names = namesOf(scenario);
  const order = scenario.provisions.some(({ drawOrder }) => drawOrder !== undefined)
    ? "as chosen on Funding"
    : "by ids, since nobody has chosen an order on Funding";
  return place === 0
    ? `It draws on its agreed sources first (${order}).`
    : `It draws on its agreed sources after ${joinFew(before.slice(0, place).map(names.provision))} (${order}).`;
}

/** What all districts contribute: each member's share, agreed difference and buy-in. */
export function explainContributions({ contributions, scenario }: Evaluation): Explanation {
  const names = namesOf(scenario);
  const members = [...contributions.values()].flatMap((outcome) =>
    outcome.members.map((member) => ({ round: outcome.round, ...member })),
  );
  return {
    title: "Contributions of districts",
    value: sumPence(members.map(({ total }) => total)),
    kind: "money",
    rule: [
      "What the members of all rounds pay: shares, what was agreed instead of the formula, and buy-ins; without top-ups.",
    ],
    parts: members.map(({ round, organisation, total }) => ({
      id: `${round}-${organisation}`,
      label: `${names.organisation(organisation)}, ${names.round(round)}`,
      value: total,
      to: ["share", round, organisation],
    })),
    workings: [],
    inputs: [...contributions.keys()].map((round) => `/contributions/${round}/pot/annual`),
  };
}

/** What the pots lack: what was asked for, less what is paid towards it. */
export function explainShortfall({ contributions, scenario }: Evaluation, round?: Id): Explanation | null {
  const outcomes = [...contributions.values()].filter((one) => round === undefined || one.round === round);
  if (round !== undefined && outcomes.length === 0) return null;
  const names = namesOf(scenario);
  return {
    title: round === undefined ? "Shortfall of the pots" : `Shortfall of ${names.round(round)}`,
    value: sumPence(outcomes.flatMap(({ shortfall }) => shortfall)),
    kind: "money",
    rule: [
      "What is asked for, less shares, less what was agreed instead of the formula, less top-ups. A round that does not go ahead asks for nothing; under the rule scale less capacity is bought instead.",
    ],
    parts: outcomes.flatMap((outcome) =>
      shortfallParts(outcome).map((part) => ({
        ...part,
        id: `${outcome.round}-${part.id}`,
        label: round === undefined ? `${names.round(outcome.round)}: ${part.label}` : part.label,
      })),
    ),
    workings: [],
    inputs: outcomes.flatMap(({ round: id, members }) => [
      `/contributions/${id}/pot/annual`,
      `/contributions/${id}/whenSomeDecline/rule`,
      ...members.map(({ organisation }) => `/contributions/${id}/members/${organisation}/choice`),
    ]),
  };
}

function shortfallParts({ members, toppedUp, pot, shortfall }: RoundOutcome): Part[] {
  const shares = sumPence(members.flatMap(({ share }) => share));
  const overrides = sumPence(members.flatMap(({ override }) => override ?? []));
  const topUps = sumPence([...toppedUp.values()].flat());
  const asked = sumPence(pot);
  const notAsked = sumPence(shortfall) - asked + shares + overrides + topUps;
  return [
    { id: "asked", label: "asked for", value: asked },
    ...unlessZero({ id: "not-asked", label: "less not asked for by the rule", value: notAsked }),
    ...unlessZero({ id: "shares", label: "less shares", value: -shares }),
    ...unlessZero({ id: "overrides", label: "less agreed instead of the formula", value: -overrides }),
    ...unlessZero({ id: "top-ups", label: "less top-ups", value: -topUps }),
  ];
}

function unlessZero(part: Part & { readonly value: bigint }): Part[] {
  return part.value === 0n ? [] : [part];
}
