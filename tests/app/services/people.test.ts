import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, onTestFinished, test } from "vitest";
import { createServices } from "../../../app/services/create-services.server";
import { hashPassword, isPasswordOf } from "../../../app/services/passwords.server";
import { found } from "../../support/scenarios";

const NOW = "2015-04-01T09:00:00.000Z";
const PASSWORD = "orchard kettle ninety";
const ADDRESS = "10.0.0.1";

const folder = mkdtempSync(join(tmpdir(), "planner-people-"));
const opened = async (environment: Readonly<Record<string, string>> = {}) => {
  const place = mkdtempSync(join(folder, "data-"));
  const services = await createServices({ PLANNER_DATA: place, ...environment }, NOW);
  onTestFinished(() => services.close());
  return services.people;
};
afterAll(() => rmSync(folder, { recursive: true }));

const PUBLIC = { ORIGIN: "https://planner.example.gov.uk", HOST: "0.0.0.0" };
const BY = { author: "Ann", person: null, now: NOW };

/** A public planner with Ann, its administrator, signed in with this token. */
async function withAnn() {
  const people = await opened(PUBLIC);
  const link = found(await people.firstAdministratorLink(NOW));
  const chosen = { name: "Ann", email: "ann@example.gov.uk", password: PASSWORD };
  const answer = await people.usePasswordLink(link, chosen, NOW);
  if (answer.outcome !== "signed-in") throw new Error(answer.outcome);
  const ann = found(await people.identify(answer.token, { now: NOW, isBackground: false }));
  return { people, ann, token: answer.token, link };
}
const attempt = (email: string, password: string) => ({ email, password, address: ADDRESS, now: NOW });

describe("a password", () => {
  test("is stored with what OWASP asks of scrypt, under a salt of its own", async () => {
    const [first, second] = [await hashPassword(PASSWORD), await hashPassword(PASSWORD)];
    expect(first).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
    expect(first).not.toBe(second);
    expect(await isPasswordOf(PASSWORD, first)).toBe(true);
    expect(await isPasswordOf(`${PASSWORD} `, first)).toBe(false);
  });

  test("is the same however its letters are composed", async () => {
    expect(await isPasswordOf("cafe\u0301 au lait tous", await hashPassword("caf\u00e9 au lait tous"))).toBe(
      true,
    );
  });

  test("takes as long to refuse where there is no account", async () => {
    const stored = await hashPassword(PASSWORD);
    // Of a processor, not of the clock: a busy machine may stop between the two.
    const time = async (hash: string | null): Promise<number> => {
      const start = process.cpuUsage();
      for (let times = 0; times < 5; times++) expect(await isPasswordOf("wrong", hash)).toBe(false);
      return process.cpuUsage(start).user;
    };
    const [known, unknown] = [await time(stored), await time(null)];
    // The same work: neither is done in half the time of the other.
    expect(unknown / known).toBeGreaterThan(0.5);
    expect(unknown / known).toBeLessThan(2);
  });
});

describe("a planner that other machines can call", () => {
  test("offers none of the sample's people, and lets none of them in", async () => {
    const people = await opened(PUBLIC);
    expect(await people.listSamplePeople()).toEqual([]);
    expect(await people.signInAsSample("sample-administrator", NOW)).toBeNull();
    expect(await people.list()).toEqual([]);
  });

  test("makes its first administrator by a link that opens once", async () => {
    const { people, ann, link } = await withAnn();
    expect(ann).toMatchObject({ name: "Ann", role: "administrator", isSample: false });
    expect(await people.findPasswordLink(link, NOW)).toBeNull();
    const again = { name: "Mal", email: "mal@example.org", password: PASSWORD };
    expect(await people.usePasswordLink(link, again, NOW)).toEqual({ outcome: "missing" });
    expect(await people.firstAdministratorLink(NOW), "there is one now").toBeNull();
  });

  test("of two who open the first link at once, one becomes the administrator", async () => {
    const people = await opened(PUBLIC);
    const link = found(await people.firstAdministratorLink(NOW));
    const use = (name: string) =>
      people.usePasswordLink(link, { name, email: `${name}@example.gov.uk`, password: PASSWORD }, NOW);
    const outcomes = (await Promise.all([use("ann"), use("ben")])).map(({ outcome }) => outcome);
    expect(outcomes.toSorted()).toEqual(["missing", "signed-in"]);
    expect(await people.list()).toHaveLength(1);
  });

  test.each([
    [{ name: " ", email: "ann", password: "short" }, ["name", "email", "password"]],
    [{ name: "Ann", email: "ann@example.gov.uk", password: "ann@example.gov.uk" }, ["password"]],
    [{ name: "Ann", email: "ann@example.gov.uk", password: "aaaaaaaaaaaaaaaa" }, ["password"]],
    [{ name: "Ann", email: "ann@example.gov.uk", password: "password12345" }, ["password"]],
  ])("refuses %o at its fields, and the link still opens", async (chosen, fields) => {
    const people = await opened(PUBLIC);
    const link = found(await people.firstAdministratorLink(NOW));
    const answer = await people.usePasswordLink(link, chosen, NOW);
    expect(answer.outcome === "refused" && Object.keys(answer.faults)).toEqual(fields);
    expect(await people.findPasswordLink(link, NOW)).toEqual({ isFor: "new-administrator" });
  });
});

describe("signing in", () => {
  test("gives a new token each time, and signing out ends that one only", async () => {
    const { people, token } = await withAnn();
    const answer = await people.signIn(attempt("ANN@example.gov.uk", PASSWORD));
    if (answer.outcome !== "signed-in") throw new Error(answer.outcome);
    expect(answer.token).not.toBe(token);
    await people.signOut(answer.token, NOW);
    const who = (one: string) => people.identify(one, { now: NOW, isBackground: false });
    expect(await who(answer.token)).toBeNull();
    expect(await who(token)).toMatchObject({ name: "Ann" });
  });

  test.each([
    ["a wrong password", "ann@example.gov.uk", "orchard kettle ninetz"],
    ["an unknown address", "ben@example.gov.uk", PASSWORD],
    ["nothing", "", ""],
  ])(
    "with %s is refused in the same way, and written down without what was typed",
    async (_what, ...typed) => {
      const { people } = await withAnn();
      expect(await people.signIn(attempt(...typed))).toEqual({ outcome: "refused" });
      const [deed] = await people.listDeeds();
      expect(deed).toMatchObject({ action: "sign-in-refused", actor: "Sign-in page" });
      expect(JSON.stringify(deed)).not.toContain("ben@");
    },
  );

  test("is closed for a while after five wrong tries, also for the right password", async () => {
    const { people } = await withAnn();
    for (let times = 0; times < 5; times++) {
      expect(await people.signIn(attempt("ann@example.gov.uk", "wrong"))).toEqual({ outcome: "refused" });
    }
    expect(await people.signIn(attempt("ann@example.gov.uk", PASSWORD))).toEqual({ outcome: "too-many" });
    const later = { ...attempt("ann@example.gov.uk", PASSWORD), now: "2015-04-01T09:16:00.000Z" };
    expect(await people.signIn(later)).toMatchObject({ outcome: "signed-in" });
  });

  test("does not open to somebody who is disabled", async () => {
    const { people } = await withAnn();
    const invited = await people.invite({ name: "Ben", email: "ben@x.gov.uk", role: "viewer" }, BY);
    if (invited.outcome !== "invited") throw new Error(invited.outcome);
    await people.usePasswordLink(invited.token, { name: "", email: "", password: PASSWORD }, NOW);
    expect(await people.changeState(invited.person, "disabled", BY)).toBe("changed");
    expect(await people.signIn(attempt("ben@x.gov.uk", PASSWORD))).toEqual({ outcome: "refused" });
    expect(await people.newPasswordLink(invited.person, BY)).toBeNull();
  });
});

describe("a new password", () => {
  test("needs the old one, ends every other session and opens a new one", async () => {
    const { people, ann, token } = await withAnn();
    const change = { person: ann.id, password: "lantern ferry violet", address: ADDRESS, now: NOW };
    expect(await people.changePassword({ ...change, current: "wrong" })).toMatchObject({
      outcome: "refused",
      faults: { current: "This is not your password. Type it again." },
    });
    expect(await people.changePassword({ ...change, current: PASSWORD })).toMatchObject({
      outcome: "signed-in",
    });
    expect(await people.identify(token, { now: NOW, isBackground: false })).toBeNull();
    expect((await people.signIn(attempt(ann.email, PASSWORD))).outcome).toBe("refused");
    expect((await people.signIn(attempt(ann.email, "lantern ferry violet"))).outcome).toBe("signed-in");
  });

  test("by an administrator's link replaces the one that was forgotten; earlier links open no more", async () => {
    const { people, ann } = await withAnn();
    const [first, second] = [
      await people.newPasswordLink(ann.id, BY),
      await people.newPasswordLink(ann.id, BY),
    ];
    expect(await people.findPasswordLink(found(first), NOW)).toBeNull();
    expect(await people.findPasswordLink(found(second), NOW)).toMatchObject({ isFor: "person", name: "Ann" });
    expect(await people.findPasswordLink(found(second), "2015-04-09T09:00:00.000Z")).toBeNull();
  });
});

describe("the sample on this machine", () => {
  test("has one person for each role, and no link is needed", async () => {
    const people = await opened();
    const sample = await people.listSamplePeople();
    expect(sample.map(({ role }) => role).toSorted()).toEqual([
      "administrator",
      "commissioner",
      "finance",
      "viewer",
    ]);
    const token = found(await people.signInAsSample("sample-finance", NOW));
    expect(await people.identify(token, { now: NOW, isBackground: false })).toMatchObject({
      role: "finance",
    });
    expect((await people.signIn(attempt("finance@sample.invalid", ""))).outcome).toBe("refused");
  });

  test("closes once somebody real administers the planner, also for who is signed in", async () => {
    const people = await opened();
    const token = found(await people.signInAsSample("sample-commissioner", NOW));
    const invited = await people.invite({ name: "Ann", email: "ann@x.gov.uk", role: "administrator" }, BY);
    if (invited.outcome !== "invited") throw new Error(invited.outcome);
    expect(await people.listSamplePeople(), "an invitation alone closes nothing").toHaveLength(4);
    await people.usePasswordLink(invited.token, { name: "", email: "", password: PASSWORD }, NOW);
    expect(await people.listSamplePeople()).toEqual([]);
    expect(await people.signInAsSample("sample-commissioner", NOW)).toBeNull();
    expect(await people.identify(token, { now: NOW, isBackground: false })).toBeNull();
  });
});
