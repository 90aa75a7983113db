import type { Id } from "../../scenarios/model/identifiers";
import type { LineScores, PanelSheet } from "../../scenarios/panel/panel";
import { inSnapshot, inTransaction } from "../in-transaction";
import type { Database, Transaction } from "../schema";
import { storableText } from "../stored-text";
import { appendAudit, lockAudit } from "./audit";
import type { ScenarioKey } from "./revisions";

export type StoredPanel = {
  readonly number: number;
  readonly openedAt: string;
  readonly openedBy: string;
  readonly closedAt: string | null;
  readonly closedBy: string | null;
  /** By name. */
  readonly members: readonly PanelMember[];
};
export type PanelMember = {
  readonly person: Id;
  readonly name: string;
  readonly sheet: PanelSheet;
  readonly savedAt: string | null;
};
type Authorship = { readonly author: string; readonly now: string };

/** The latest round of a scenario with everything in it; who may see what of it is for the service to say. */
export function loadPanel(db: Database, key: ScenarioKey): Promise<StoredPanel | null> {
  return inSnapshot(db, async (snapshot) => {
    const round = await latestRound(snapshot, key);
    if (round === undefined) return null;
    const rows = await snapshot
      .selectFrom("panelSheets")
      .innerJoin("people", "people.id", "panelSheets.personId")
      .select(["people.id as person", "people.name", "panelSheets.sheet", "panelSheets.savedAt"])
      .where("panelSheets.planId", "=", key.plan)
      .where("panelSheets.scenarioId", "=", key.scenario)
      .where("panelSheets.round", "=", round.number)
      .orderBy("people.name")
      .execute();
    const members = rows.map((row) => ({ ...row, sheet: JSON.parse(row.sheet) as PanelSheet }));
    return { ...round, members };
  });
}

/** Opens the next round for these people, or asks more people in the round that is open. The number of those added. */
export function askPanel(
  db: Database,
  { people, author, now, ...key }: ScenarioKey & Authorship & { readonly people: readonly Id[] },
): Promise<number> {
  return inTransaction(db, async (transaction) => {
    await lockAudit(transaction);
    const last = await latestRound(transaction, key);
    const isOpen = last !== undefined && last.closedAt === null;
    const round = isOpen ? last.number : (last?.number ?? 0) + 1;
    const asked = isOpen ? await membersOf(transaction, key, round) : [];
    const added = people.filter((person) => !asked.includes(person));
    if (added.length === 0) return 0;
    if (!isOpen) {
      await transaction
        .insertInto("panelRounds")
        .values({
          ...{ planId: key.plan, scenarioId: key.scenario, number: round, openedAt: now },
          ...{ openedBy: storableText(author), closedAt: null, closedBy: null },
        })
        .execute();
    }
    await transaction
      .insertInto("panelSheets")
      .values(
        added.map((personId) => ({
          ...{ planId: key.plan, scenarioId: key.scenario, round, personId, sheet: "{}", savedAt: null },
        })),
      )
      .execute();
    const detail = { round, people: added.join(", ") };
    await audit(transaction, key, { author, now, action: isOpen ? "panel-widened" : "panel-opened", detail });
    return added.length;
  });
}

/**
 * Saves what a person says of one line. The log says that they did, how many scores and whether with an interest, and
 * never the scores: it can be read while the round is open.
 */
export function saveLineScores(
  db: Database,
  saving: ScenarioKey & Authorship & { readonly person: Id; readonly line: Id; readonly scores: LineScores },
): Promise<"saved" | "closed" | "not-asked"> {
  const { person, line, scores, author, now, ...key } = saving;
  return inTransaction(db, async (transaction) => {
    await lockAudit(transaction);
    const round = await latestRound(transaction, key);
    if (round === undefined) return "not-asked";
    if (round.closedAt !== null) return "closed";
    const { number } = round;
    const row = await sheets(transaction, key, number)
      .select("sheet")
      .where("personId", "=", person)
      .executeTakeFirst();
    if (row === undefined) return "not-asked";
    const sheet = { ...(JSON.parse(row.sheet) as PanelSheet), [line]: scores };
    await transaction
      .updateTable("panelSheets")
      .set({ sheet: JSON.stringify(sheet), savedAt: now })
      .where("planId", "=", key.plan)
      .where("scenarioId", "=", key.scenario)
      .where("round", "=", number)
      .where("personId", "=", person)
      .execute();
    const detail = {
      ...{ round: number, line, scores: Object.keys(scores.points).length },
      interest: scores.interest === "" ? null : storableText(scores.interest),
    };
    await audit(transaction, key, { author, now, action: "panel-scored", detail });
    return "saved";
  });
}

/** Ends the round that is open: from now on everybody sees all scores and none changes. False when none is open. */
export function closePanel(
  db: Database,
  { author, now, ...key }: ScenarioKey & Authorship,
): Promise<boolean> {
  return inTransaction(db, async (transaction) => {
    await lockAudit(transaction);
    const round = await latestRound(transaction, key);
    if (round === undefined || round.closedAt !== null) return false;
    await transaction
      .updateTable("panelRounds")
      .set({ closedAt: now, closedBy: storableText(author) })
      .where("planId", "=", key.plan)
      .where("scenarioId", "=", key.scenario)
      .where("number", "=", round.number)
      .execute();
    await audit(transaction, key, { author, now, action: "panel-closed", detail: { round: round.number } });
    return true;
  });
}

function latestRound(db: Transaction, { plan, scenario }: ScenarioKey) {
  return db
    .selectFrom("panelRounds")
    .select(["number", "openedAt", "openedBy", "closedAt", "closedBy"])
    .where("planId", "=", plan)
    .where("scenarioId", "=", scenario)
    .orderBy("number", "desc")
    .executeTakeFirst();
}

const sheets = (db: Transaction, { plan, scenario }: ScenarioKey, round: number) =>
  db
    .selectFrom("panelSheets")
    .where("planId", "=", plan)
    .where("scenarioId", "=", scenario)
    .where("round", "=", round);

async function membersOf(db: Transaction, key: ScenarioKey, round: number): Promise<Id[]> {
  const rows = await sheets(db, key, round).select("personId").execute();
  return rows.map(({ personId }) => personId);
}

function audit(
  transaction: Transaction,
  { plan, scenario }: ScenarioKey,
  entry: Authorship & {
    readonly action: string;
    readonly detail: Readonly<Record<string, string | number | null>>;
  },
): Promise<void> {
  return appendAudit(transaction, {
    at: entry.now,
    actor: entry.author,
    action: entry.action,
    subject: `plans/${plan}/scenarios/${scenario}`,
    detail: entry.detail,
  });
}
