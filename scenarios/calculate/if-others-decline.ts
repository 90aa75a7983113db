import type { ByYear, IfOthersDecline } from "../model/evaluation";
import type { Id } from "../model/identifiers";
import { type Pence, sumPence } from "../model/money";
import { type PreparedRound, takesShare } from "./prepare-round";
import { type ShareOutcome, shareWhen } from "./share-when";

/** A member's B share over the horizon when it takes B and all do, the others do as in the file, or no other does. */
export function calculateIfOthersDecline(prepared: PreparedRound): ReadonlyMap<Id, IfOthersDecline> {
  const declared = prepared.round.members.map(takesShare);
  const whenAll = shareWhen(
    prepared,
    declared.map(() => true),
  );
  const whenDeclared = shareWhen(prepared, declared);
  const total = (outcome: ShareOutcome, member: number): Pence | null =>
    outcome.ok ? sumPence(outcome.shares[member] as ByYear) : null;
  return new Map(
    prepared.round.members.map(({ organisation }, member) => [
      organisation,
      {
        all: total(whenAll, member),
        asDeclared: total(
          declared[member] ? whenDeclared : shareWhen(prepared, declared.with(member, true)),
          member,
        ),
        onlyThisOne: total(
          shareWhen(
            prepared,
            declared.map((_, place) => place === member),
          ),
          member,
        ),
      },
    ]),
  );
}
