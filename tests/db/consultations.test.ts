import { describe, expect, test } from "vitest";
import type { Dialect } from "../../db/open-database";
import { verifyAudit } from "../../db/repositories/audit";
import {
  closeConsultation,
  createConsultation,
  extendConsultation,
  listConsultations,
  listEvents,
  loadConsultation,
  recordEvent,
} from "../../db/repositories/consultations";
import {
  createInvitation,
  giveCode,
  listInvitations,
  loadPartnerSession,
  MOST_WRONG_CODES,
  openInvitation,
  prolongInvitations,
  revokeInvitations,
} from "../../db/repositories/invitations";
import { listReplies, saveReply } from "../../db/repositories/replies";
import { contentHash, sha256 } from "../../db/stored-text";
import type { Consultation } from "../../scenarios/consultation/consultation";
import { DIALECTS, freshDatabase } from "./support/databases";
import { LATER, NOW, TWO_LOTS } from "./support/documents";
import { addTwoLots } from "./support/edits";

const KEY = { plan: "llr", consultation: "spring" };
const BY = { author: "Ann", now: NOW };
const EXPIRES = "2015-03-01T00:00:00.000Z";
const AFTER = "2015-03-02T00:00:00.000Z";

const SPRING: Consultation = {
  ...{ id: "spring", plan: "llr", name: "Spring 2015", introduction: "Please tell us." },
  snapshots: [
    { scenario: TWO_LOTS.id, name: TWO_LOTS.name, revision: 1, contentHash: contentHash(TWO_LOTS) },
  ],
  questions: [{ id: "q1", text: "Anything else?" }],
  ...{ opens: "2015-02-02", closes: "2015-02-28", silence: "undecided", smallNumberThreshold: 5 },
};

async function withConsultation(dialect: Dialect) {
  const { db } = await freshDatabase(dialect);
  await addTwoLots(db);
  expect(await createConsultation(db, { ...SPRING, ...BY })).toEqual({ outcome: "created" });
  return db;
}

const hashOf = (text: string) => sha256(text);

async function withLink(dialect: Dialect, code: string | null = null) {
  const db = await withConsultation(dialect);
  await createInvitation(db, {
    ...{ ...KEY, ...BY, organisation: "blaby", tokenHash: hashOf("token"), expiresAt: EXPIRES },
    codeHash: code === null ? null : hashOf(code),
  });
  const open = (token = "token", now = NOW) =>
    openInvitation(db, { tokenHash: hashOf(token), sessionHash: hashOf("session"), expiresAt: AFTER, now });
  const session = (now = NOW) => loadPartnerSession(db, { sessionHash: hashOf("session"), now });
  return { db, open, session };
}

describe.each(DIALECTS)("a consultation on %s", (dialect) => {
  test("comes back with what was frozen, and only once under its id", async () => {
    const db = await withConsultation(dialect);
    expect(await loadConsultation(db, KEY)).toEqual({
      ...SPRING,
      ...{ createdAt: NOW, createdBy: "Ann", closedAt: null },
    });
    expect(await listConsultations(db, "llr")).toHaveLength(1);
    expect(await loadConsultation(db, { ...KEY, plan: "derby" }), "of another plan").toBeNull();
    expect(await createConsultation(db, { ...SPRING, ...BY })).toMatchObject({
      outcome: "refused",
      issues: [{ code: "id-taken" }],
    });
  });

  test("keeps what was frozen: the database itself refuses to change it", async () => {
    const db = await withConsultation(dialect);
    await expect(db.updateTable("consultationSnapshots").set({ revision: 2 }).execute()).rejects.toThrow(
      /never change/,
    );
    await expect(db.deleteFrom("consultationEvents").execute()).rejects.toThrow(/never change/);
  });

  test("is extended and closed, and its events and the audit log say by whom", async () => {
    const db = await withConsultation(dialect);
    expect(await closeConsultation(db, { ...KEY, ...BY })).toBe(true);
    expect((await loadConsultation(db, KEY))?.closedAt).toBe(NOW);
    expect(await extendConsultation(db, { ...KEY, closes: "2015-03-31", author: "Ben", now: LATER })).toBe(
      true,
    );
    expect(await loadConsultation(db, KEY)).toMatchObject({ closes: "2015-03-31", closedAt: null });
    expect(await closeConsultation(db, { ...KEY, consultation: "autumn", ...BY })).toBe(false);
    await recordEvent(db, { ...KEY, ...BY, kind: "reminded", organisation: "blaby", detail: "" });
    expect(
      (await listEvents(db, KEY)).map(({ number, kind, actor }) => `${number} ${kind} ${actor}`),
    ).toEqual(["4 reminded Ann", "3 extended Ben", "2 closed Ann", "1 frozen Ann"]);
    expect(await verifyAudit(db)).toBeNull();
  });
});

describe.each(DIALECTS)("a partner's link on %s", (dialect) => {
  test("opens one organisation's reply in a browser, until it expires", async () => {
    const { db, open, session } = await withLink(dialect);
    expect(await open("another")).toBeNull();
    expect(await open()).toEqual({ ...KEY, organisation: "blaby", verified: true, locked: false });
    expect(await session()).toMatchObject({ organisation: "blaby", verified: true });
    expect(await session(AFTER), "the session ends with the link").toBeNull();
    expect(await open("token", AFTER)).toBeNull();
    expect((await listInvitations(db, KEY))[0]).toMatchObject({ organisation: "blaby", openedAt: NOW });
  });

  test("stops at once, with what is open, when it is revoked or replaced", async () => {
    const { db, open, session } = await withLink(dialect);
    await open();
    expect(await revokeInvitations(db, { ...KEY, ...BY, organisation: "blaby" })).toBe(true);
    expect(await session()).toBeNull();
    expect(await open()).toBeNull();
    expect(await revokeInvitations(db, { ...KEY, ...BY, organisation: "blaby" })).toBe(false);
  });

  test("lasts longer when the consultation is extended", async () => {
    const { db, open } = await withLink(dialect);
    await prolongInvitations(db, { ...KEY, expiresAt: "2015-05-01T00:00:00.000Z" });
    expect(await open("token", AFTER)).toMatchObject({ organisation: "blaby" });
  });

  test("with a code shows nothing until the code is given", async () => {
    const { db, open, session } = await withLink(dialect, "123456");
    expect(await open()).toMatchObject({ verified: false });
    const give = (code: string) =>
      giveCode(db, { sessionHash: hashOf("session"), codeHash: hashOf(code), now: NOW });
    expect(await give("000000")).toBe("wrong");
    expect(await session()).toMatchObject({ verified: false, locked: false });
    expect(await give("123456")).toBe("right");
    expect(await session()).toMatchObject({ verified: true });
  });

  test("with a code that was wrong ten times is locked, also for the right one", async () => {
    const { db, open, session } = await withLink(dialect, "123456");
    await open();
    const give = (code: string) =>
      giveCode(db, { sessionHash: hashOf("session"), codeHash: hashOf(code), now: NOW });
    for (let wrong = 1; wrong < MOST_WRONG_CODES; wrong++) expect(await give("000000")).toBe("wrong");
    expect(await give("000000")).toBe("locked");
    expect(await give("123456")).toBe("locked");
    expect(await session()).toMatchObject({ verified: false, locked: true });
  });
});

describe.each(DIALECTS)("replies on %s", (dialect) => {
  test("keep every version, drafts too, in the order in which they were saved", async () => {
    const db = await withConsultation(dialect);
    const save = (state: "draft" | "submitted", comments: string, baseVersion: number | null = null) =>
      saveReply(db, {
        ...{ ...KEY, organisation: "blaby", state, way: "page", author: "blaby", now: NOW },
        ...{ answers: { rounds: [], comments }, baseVersion },
      });
    await Promise.all([save("draft", "one"), save("draft", "two"), save("draft", "three")]);
    expect(await save("submitted", "final")).toBe(4);
    expect(await save("submitted", "from an older page", 3), "somebody else has saved since").toBeNull();
    const replies = await listReplies(db, KEY);
    expect(replies.map(({ version }) => version)).toEqual([4, 3, 2, 1]);
    expect(replies[0]).toMatchObject({ state: "submitted", answers: { comments: "final" } });
    await expect(db.deleteFrom("replies").execute()).rejects.toThrow(/never change/);
    expect(await verifyAudit(db)).toBeNull();
  });
});
