import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Identity } from "../../../app/access/identity";
import { action, loader } from "../../../app/routes/reply";
import { loader as loadCsv } from "../../../app/routes/reply_.download.csv.$table";
import { loader as loadPack } from "../../../app/routes/reply_.download.pack[.]xlsx";
import { edited } from "../../support/documents";
import { exampleScenario } from "../../support/evaluated-example";
import { found } from "../../support/scenarios";
import { type OpenPlanner, openPlanner, thrownBy } from "./support/open-planner";

const TODAY = "2015-04-01";
const NOW = `${TODAY}T09:00:00.000Z`;
const PLAN = "llr-2015";
const PARTNERS = ["blaby", "charnwood", "harborough", "hinckley-bosworth", "melton", "nw-leicestershire"];
/** What officers of another district said in confidence, and what a bidder asks. */
const SECRETS = {
  "/contributions/districts/members/oadby-wigston/choice": ["A"],
  "/contributions/districts/members/oadby-wigston/buyInUnits": "777.125",
  "/contributions/districts/members/oadby-wigston/maximum": "43217.91",
  "/contributions/districts/members/oadby-wigston/override": {
    ...{ annual: "33331.37", agreedBy: "Zebedee", reason: "Quagmire" },
  },
  "/provisions/joint/price": { annual: "987654.32", index: "cpi" },
};
const TRACES = [
  "777.125",
  "43217.91",
  "43,217.91",
  "4321791",
  "33331.37",
  "33,331.37",
  "Zebedee",
  "Quagmire",
];
const PRICES = ["987654.32", "987,654.32", "98765432"];

let planner: OpenPlanner;
beforeAll(async () => {
  planner = await openPlanner();
});
afterAll(() => planner.close());

const by = () => {
  const person = planner.personOf("commissioner");
  if (person.kind !== "person") throw new Error("no commissioner");
  return { author: person.name, person: person.id, now: NOW };
};

/** A consultation about the joint lot with some values put in. */
async function consultAbout(id: string, values: Parameters<typeof edited>[1]): Promise<string> {
  const document = edited(exampleScenario("llr-2015-s1.json"), { ...values, "/id": id });
  const imported = await planner.services.importScenario(PLAN, JSON.stringify(document), by());
  if (imported.outcome !== "created") throw new Error(JSON.stringify(imported));
  const frozen = await planner.services.consultations.freeze(
    PLAN,
    {
      ...{ name: `About ${id}`, introduction: "", questions: "One?", opens: TODAY, closes: "2015-05-01" },
      ...{ silence: "undecided", smallNumberThreshold: "5" },
      scenarios: [{ scenario: imported.scenario, revision: 1 }],
    },
    by(),
  );
  if (frozen.outcome !== "created") throw new Error(JSON.stringify(frozen));
  return frozen.consultation;
}

async function openLink(consultation: string, organisation: string, withCode = false) {
  const { consultations } = planner.services;
  const key = { plan: PLAN, consultation, organisation };
  const link = found(await consultations.makeLink(key, { withCode }, by()));
  const session = found(await consultations.partners.openLink(link.token, NOW));
  const partner = found(await consultations.partners.identify(session, NOW));
  const identity: Identity = { kind: "partner", session, ...partner };
  return { link, identity };
}

const open = async (identity: Identity, search = ""): Promise<Response> =>
  loader(planner.ask({}, new Request(`http://127.0.0.1:3000/reply${search}`), identity));

async function send(identity: Identity, fields: Readonly<Record<string, string>>): Promise<Response> {
  const body = new URLSearchParams(fields);
  const request = new Request("http://127.0.0.1:3000/reply", { method: "POST", body });
  return action(planner.ask({}, request, identity));
}

/** Everything that a partner can get hold of: its page's data, and every file of a table. */
async function everythingFor(identity: Identity): Promise<string> {
  const page = await (await open(identity)).text();
  const tables = [...page.matchAll(/"downloadHref":"\/reply\/download\/csv\/([^"]+)"/g)].map(
    ([, table = ""]) => decodeURIComponent(table),
  );
  expect(tables.length).toBeGreaterThan(8);
  const files = await Promise.all(
    tables.map(async (table) => (await loadCsv(planner.ask({ table }, undefined, identity))).text()),
  );
  return [page, ...files].join("\n");
}

describe("what a partner's link shows", () => {
  test("holds no trace of another's undeclared position or of a bidder's price", async () => {
    const consultation = await consultAbout("secrets", SECRETS);
    for (const organisation of PARTNERS) {
      const { identity } = await openLink(consultation, organisation);
      const everything = await everythingFor(identity);
      expect([...TRACES, ...PRICES].filter((trace) => everything.includes(trace))).toEqual([]);
    }
  });

  test("does hold what is the partner's own, so that the search would find it", async () => {
    const consultation = await consultAbout("own", SECRETS);
    const { identity } = await openLink(consultation, "oadby-wigston");
    const everything = await everythingFor(identity);
    expect(TRACES.some((trace) => everything.includes(trace))).toBe(true);
    expect(PRICES.filter((price) => everything.includes(price))).toEqual([]);
  });

  test("does not change by a byte when others' undeclared positions and the price do", async () => {
    const named = (id: string, text: string) => text.replaceAll(id, "X");
    const with1 = await openLink(await consultAbout("same-1", SECRETS), "melton");
    const with2 = await openLink(
      await consultAbout("same-2", {
        "/contributions/districts/members/oadby-wigston/choice": "undecided",
        "/contributions/districts/members/blaby/choice": [],
        "/contributions/districts/members/charnwood/maximum": "50000.00",
        "/provisions/joint/price": { annual: "600000.00", index: "cpi" },
      }),
      "melton",
    );
    expect(named("same-1", await everythingFor(with1.identity))).toBe(
      named("same-2", await everythingFor(with2.identity)),
    );
  });
});

describe("a partner's link", () => {
  test("leaves the address at once for a cookie that no script and no other page gets", async () => {
    const { link } = await openLink(await consultAbout("cookie", {}), "melton");
    const answer = await open({ kind: "visitor" }, `?link=${link.token}`);
    expect(answer.status).toBe(302);
    expect(answer.headers.get("Location")).toBe("/reply");
    const cookie = answer.headers.get("Set-Cookie") ?? "";
    expect(cookie).toMatch(/^planner-partner=[\w-]{43}; Path=\/reply; HttpOnly; SameSite=Lax$/);
    expect(cookie).not.toContain(link.token);
  });

  test("that is unknown, ended or without a session opens nothing, and is not told which", async () => {
    const consultation = await consultAbout("ended", {});
    const { link, identity } = await openLink(consultation, "melton");
    const key = { plan: PLAN, consultation, organisation: "melton" };
    await planner.services.consultations.revokeLink(key, by());
    for (const search of ["?link=unknown", `?link=${link.token}`, ""]) {
      const answer = await open({ kind: "visitor" }, search);
      expect([answer.status, await answer.json()]).toEqual([404, { state: "no-link" }]);
    }
    expect(identity.kind).toBe("partner");
  });

  test("with a code shows and takes nothing before the code", async () => {
    const { identity } = await openLink(await consultAbout("code", {}), "melton", true);
    expect(await (await open(identity)).json()).toEqual({ state: "needs-code" });
    expect((await send(identity, { do: "draft", "/comments": "Hello" })).status).toBe(401);
    for (const asker of [identity, { kind: "visitor" } as const, planner.personOf("administrator")]) {
      for (const load of [loadCsv, loadPack]) {
        const answer = await thrownBy(load(planner.ask({ table: "partner-asked" }, undefined, asker)));
        expect([answer.status, answer.headers.get("Location")]).toEqual([302, "/reply"]);
      }
    }
    const wrong = await send(identity, { do: "code", code: "not it" });
    expect(await wrong.json()).toMatchObject({
      faults: [{ text: expect.stringContaining("not the code") as string }],
    });
  });

  test("has no table of another name", async () => {
    const { identity } = await openLink(await consultAbout("tables", {}), "melton");
    for (const table of ["nothing", "consultation-answers", "contributions-districts", "__proto__"]) {
      expect((await thrownBy(loadCsv(planner.ask({ table }, undefined, identity)))).status).toBe(404);
    }
  });
});

describe("a reply", () => {
  const round = (id: string) => `/rounds/${id}/districts`;

  test("sent from a page that is older than what a colleague saved is not taken, and stays as typed", async () => {
    const { identity } = await openLink(await consultAbout("two-people", {}), "melton");
    const saved = await send(identity, { do: "draft", baseVersion: "0", "/comments": "First" });
    expect(saved.headers.get("Location")).toBe("/reply?saved=draft");
    const second = await send(identity, { do: "draft", baseVersion: "0", "/comments": "Second" });
    expect(second.status).toBe(409);
    expect(await second.json()).toMatchObject({
      form: { baseVersion: 1, values: { "/comments": "Second" } },
    });
    expect((await send(identity, { do: "draft", baseVersion: "1", "/comments": "Second" })).status).toBe(302);
  });

  test("with something wrong names the field, and what was typed is shown again", async () => {
    const id = "wrong";
    const { identity } = await openLink(await consultAbout(id, {}), "melton");
    const answer = await send(identity, {
      ...{ do: "send", baseVersion: "0", "/signOff": "cabinet", "/repliedBy": "A. Clerk" },
      ...{ [`${round(id)}/decision`]: "takes-options", [`${round(id)}/ranks/B`]: "1" },
      [`${round(id)}/maximum`]: "£25k",
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      errors: {
        [`${round(id)}/maximum`]: 'Most you would pay a year is "£25k"; write pounds, such as 50000.00.',
      },
      form: { values: { [`${round(id)}/maximum`]: "£25k", "/repliedBy": "A. Clerk" } },
    });
  });

  test("speaks for the organisation of the link, whatever the form says", async () => {
    const id = "other";
    const consultation = await consultAbout(id, {});
    const { identity } = await openLink(consultation, "melton");
    await send(identity, {
      ...{ do: "send", baseVersion: "0", organisation: "blaby", plan: "derby", "/signOff": "cabinet" },
      ...{ "/repliedBy": "A. Clerk", [`${round(id)}/decision`]: "declines" },
    });
    const loaded = found(await planner.services.consultations.load({ plan: PLAN, consultation }, TODAY));
    const replied = loaded.partners.filter(({ reply }) => reply !== null);
    expect(replied.map(({ organisation }) => organisation)).toEqual(["melton"]);
  });
});
