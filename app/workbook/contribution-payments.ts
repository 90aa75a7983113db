import { formatFinancialYear } from "../../scenarios/model/calendar";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Id } from "../../scenarios/model/identifiers";
import type { Pence } from "../../scenarios/model/money";
import type { RoundMember } from "../../scenarios/model/scenario";
import { known } from "../reports/table-parts";
import { contributionRow, topUpRow } from "./contribution-sources";

/** How sure a contribution is, as the columns of Balances name it. */
export const LEVELS = ["confirmed", "indicative", "at-risk"] as const;
type Level = (typeof LEVELS)[number];

/** One payment of a member or of a funder that tops up, with its row on the Contributions sheet. */
export type ContributionPayment = {
  readonly payer: Id;
  readonly level: Level;
  readonly amount: Pence;
  readonly row: string;
};

/** Everything that is contributed to a provision in a year. */
export function contributionPayments(
  evaluation: Evaluation,
  provision: Id,
  place: number,
): ContributionPayment[] {
  const year = formatFinancialYear(evaluation.timeline.years[place] ?? 0);
  const rounds = (evaluation.scenario.contributions ?? []).filter((round) => round.provision === provision);
  return rounds.flatMap((round) => {
    const outcome = known(evaluation.contributions.get(round.id), `the outcome of ${round.id}`);
    const members = outcome.members.map(
      ({ organisation, share, buyIn, override }, at): ContributionPayment => ({
        payer: organisation,
        level: levelOf(known(round.members[at], `member ${at} of ${round.id}`)),
        amount: (share[place] ?? 0n) + (buyIn[place] ?? 0n) + (override?.[place] ?? 0n),
        row: contributionRow(round.id, year, organisation),
      }),
    );
    const topUps = [...outcome.toppedUp].map(
      ([payer, years]): ContributionPayment => ({
        payer,
        level: "indicative",
        amount: years[place] ?? 0n,
        row: topUpRow(round.id, year, payer),
      }),
    );
    return [...members, ...topUps];
  });
}

/** Signed or confirmed; indicative; asked or without a reply is at risk (rules §8). */
function levelOf({ status }: RoundMember): Level {
  if (status === "signed" || status === "confirmed") return "confirmed";
  return status === "indicative" ? "indicative" : "at-risk";
}
