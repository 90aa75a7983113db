import { infeasibleRounds } from "../../../scenarios/calculate/feasibility";
import { reevaluateScenario } from "../../../scenarios/evaluate-scenario";
import type { Evaluation } from "../../../scenarios/model/evaluation";
import type { Id } from "../../../scenarios/model/identifiers";
import type { LedgerKind } from "../../../scenarios/model/ledger";
import { type Pence, sumPence } from "../../../scenarios/model/money";
import type { Scenario } from "../../../scenarios/model/scenario";
import { onceEach } from "../../../scenarios/model/when-read";
import { formatCell, formatPounds } from "../format-table";
import { joinWords, namesOf } from "../names";
import { shortOfCapacity } from "../waits";
import { sumOfKinds } from "../year-summary";
import type { Question } from "./question";

/** Of each evaluation the answers that were asked for: a board opens the page again and again. */
const answers = new WeakMap<Evaluation, (organisation: Id) => Question>();

/** What follows when one partner that was to pay does not: who pays more, what is unfunded then, what is bought less. */
export function askDeclines(evaluation: Evaluation, organisation: Id): Question {
  const answer = answers.get(evaluation) ?? onceEach((one: Id) => answerDeclines(evaluation, one));
  answers.set(evaluation, answer);
  return answer(organisation);
}

function answerDeclines(evaluation: Evaluation, organisation: Id): Question {
  const name = namesOf(evaluation.scenario).organisation(organisation);
  const about = {
    id: "declines",
    question: `What if ${name} says no?`,
    page: {
      path: `contributions#if-others-decline-${roundWith(evaluation, organisation)}`,
      text: "If one, two or all others decline",
    },
  } as const;
  const pays = contributionOf(evaluation, organisation);
  if (pays === 0n)
    return { ...about, tone: "muted", lead: "Nothing changes", rest: alreadyNo(evaluation, organisation) };
  const lead = `${formatPounds(pays)} of contributions is lost`;
  const after = ifDeclines(evaluation, organisation);
  if (after === null)
    return {
      ...about,
      lead,
      tone: "bad",
      rest: `, and the pot can then not be shared: the least and the most that the others may pay do not allow it.`,
    };
  const changes = changesOf(evaluation, after, organisation);
  return {
    ...about,
    tone: isWorse(evaluation, after) ? "bad" : "warn",
    lead,
    rest: `: ${joinWords(changes)}.`,
  };
}

/** The organisations that rounds ask, in the order of the file, each once; those of whom it can be asked what if they say no. */
export function partnersOf({ contributions = [] }: Scenario): readonly Id[] {
  return [
    ...new Set(contributions.flatMap(({ members }) => members.map(({ organisation }) => organisation))),
  ];
}

/** The partner whose no would weigh most: it contributes most, the first of equals; undefined where nobody is asked. */
export function largestContributor(evaluation: Evaluation): Id | undefined {
  return partnersOf(evaluation.scenario)
    .map((id) => ({ id, pays: contributionOf(evaluation, id) }))
    .reduce<{ id: Id; pays: Pence } | undefined>(
      (most, one) => (most === undefined || one.pays > most.pays ? one : most),
      undefined,
    )?.id;
}

/** The scenario as it follows when an organisation declines in every round; null where a pot can then not be shared. */
function ifDeclines(evaluation: Evaluation, organisation: Id): Evaluation | null {
  const { scenario } = evaluation;
  const contributions = (scenario.contributions ?? []).map((round) => ({
    ...round,
    members: round.members.map((member) =>
      member.organisation === organisation ? { ...member, choice: [] } : member,
    ),
  }));
  const declined = { ...scenario, contributions };
  return infeasibleRounds(declined).length === 0 ? reevaluateScenario(declined, evaluation) : null;
}

function changesOf(before: Evaluation, after: Evaluation, organisation: Id): string[] {
  const others = partnersOf(before.scenario).filter((id) => id !== organisation);
  const more = sumPence(others.map((id) => contributionOf(after, id) - contributionOf(before, id)));
  const topUps = sumOf(after, "top-up") - sumOf(before, "top-up");
  const funds = sumOf(after, "source") - sumOf(before, "source");
  return [
    ...othersWords(before, after, more),
    ...moreWords("top-ups come to", topUps),
    ...moreWords("funds pay", funds),
    unfundedWords(before, after),
    ...serviceWords(before, after),
  ];
}

function othersWords(before: Evaluation, after: Evaluation, more: Pence): string[] {
  const stopped = [...after.contributions.values()].filter(
    ({ round, happens }) => !happens && before.contributions.get(round)?.happens === true,
  );
  if (stopped.length > 0)
    return [
      `${joinWords(stopped.map(({ round }) => `“${namesOf(after.scenario).round(round)}”`))} does not go ahead`,
    ];
  return more === 0n ? ["the others pay the same"] : moreWords("the others pay", more);
}

function moreWords(who: string, more: Pence): string[] {
  if (more === 0n) return [];
  return [more > 0n ? `${who} ${formatPounds(more)} more` : `${who} ${formatPounds(-more)} less`];
}

function unfundedWords(before: Evaluation, after: Evaluation): string {
  const [was, is] = [before, after].map(({ funding }) => sumPence(funding.unfunded)) as [Pence, Pence];
  if (is === was) return is === 0n ? "nothing is unfunded" : `${formatPounds(is)} is unfunded as before`;
  return was === 0n
    ? `${formatPounds(is)} is unfunded`
    : `${formatPounds(is)} is unfunded instead of ${formatPounds(was)}`;
}

/** What it does to services: months with a gap, and services whose capacity falls short. */
function serviceWords(before: Evaluation, after: Evaluation): string[] {
  const gaps = after.coverage.counts.gap - before.coverage.counts.gap;
  const short = shortOfCapacity(after).length - shortOfCapacity(before).length;
  return [
    ...(gaps <= 0 ? [] : [`${formatCell(gaps, "whole")} more months of a service have a gap`]),
    ...(short <= 0
      ? []
      : [`${short} more ${short === 1 ? "service is" : "services are"} short of capacity in an area`]),
  ];
}

function isWorse(before: Evaluation, after: Evaluation): boolean {
  return (
    sumPence(after.funding.unfunded) > sumPence(before.funding.unfunded) ||
    after.coverage.counts.gap > before.coverage.counts.gap
  );
}

/** It pays nothing as it stands: what it would pay if it joined. */
function alreadyNo(evaluation: Evaluation, organisation: Id): string {
  const shares = [...evaluation.ifOthersDecline.values()].flatMap(
    (round) => round.get(organisation)?.asDeclared ?? [],
  );
  const share = sumPence(shares);
  const would =
    share > 0n ? `; its share would be ${formatPounds(share)} if it joined the others as they are` : "";
  return `: it contributes nothing in this scenario${would}.`;
}

/** The first round that asks it. */
function roundWith({ scenario }: Evaluation, organisation: Id): Id {
  const asks = scenario.contributions?.find(({ members }) =>
    members.some((one) => one.organisation === organisation),
  );
  return asks?.id ?? "";
}

function contributionOf({ contributions }: Evaluation, organisation: Id): Pence {
  return sumPence(
    [...contributions.values()].flatMap(({ members }) =>
      members.filter((member) => member.organisation === organisation).map(({ total }) => total),
    ),
  );
}

function sumOf(evaluation: Evaluation, kind: LedgerKind): Pence {
  return sumPence(sumOfKinds(evaluation, [kind]));
}
