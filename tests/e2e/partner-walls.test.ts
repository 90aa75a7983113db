import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunningApp } from "../app/server/running-app";
import { edited } from "../support/documents";
import { exampleScenario } from "../support/evaluated-example";
import { found } from "../support/scenarios";
import { unzip } from "../support/workbook-parts";
import { type BuiltApp, NOW, openBuiltApp, PARTNER_COOKIE } from "./support/built-app";

/** The built planner, asked over HTTP with a partner's cookie for everything that there is. */
const PLAN = "llr-2015";
const BY = { author: "Ann", person: null, now: NOW };
const PARTNERS = ["blaby", "charnwood", "harborough", "hinckley-bosworth", "melton", "nw-leicestershire"];
const TELLER = "oadby-wigston";

/** What officers of one district said in confidence. */
const UNDECLARED = ["777.125", "43217.91", "33331.37", "Zebedee", "Quagmire"];
/** What a bidder asks for a year, and once. */
const PRICES = ["987654.32", "76543.21"];
/** Observed counts of few people: who needs support, who waits, and a basis that no share goes by. */
const COUNTS = ["3.1873", "2.7461", "4.3629"];

const PLANTED = edited(exampleScenario("llr-2015-s1.json"), {
  "/id": "planted",
  "/contributions/districts/members/oadby-wigston/choice": ["A"],
  "/contributions/districts/members/oadby-wigston/buyInUnits": "777.125",
  "/contributions/districts/members/oadby-wigston/maximum": "43217.91",
  "/contributions/districts/members/oadby-wigston/override": {
    ...{ annual: "33331.37", agreedBy: "Zebedee", reason: "Quagmire" },
  },
  "/provisions/joint/price": { annual: "987654.32", index: "cpi" },
  "/provisions/joint/oneOffs": [{ name: "Transfer", amount: "76543.21", date: "2015-10-01" }],
  "/demand/f2f-charnwood/annual": "3.1873",
  "/demand/f2f-melton/waitingAtStart": "2.7461",
  "/areas/blaby/bases/referrals": "4.3629",
  "/sources": [{ id: "police", title: "Recorded incidents", kind: "observation" }],
  "/provenance": [
    { path: "/demand/f2f-charnwood", source: "police", low: "3.1873", high: "3.1873" },
    { path: "/demand/f2f-melton", source: "police" },
    { path: "/areas/blaby/bases/referrals", source: "police" },
  ],
});

let built: BuiltApp;
let consultation: string;
const cookies = new Map<string, string>();

beforeAll(async () => {
  built = await openBuiltApp();
  const { services } = built;
  const imported = await services.importScenario(PLAN, JSON.stringify(PLANTED), BY);
  if (imported.outcome !== "created") throw new Error(JSON.stringify(imported));
  const frozen = await services.consultations.freeze(
    PLAN,
    {
      ...{ name: "Walls", introduction: "", questions: "One?", opens: "2015-04-01", closes: "2015-05-01" },
      ...{ silence: "undecided", smallNumberThreshold: "5" },
      scenarios: [{ scenario: imported.scenario, revision: 1 }],
    },
    BY,
  );
  if (frozen.outcome !== "created") throw new Error(JSON.stringify(frozen));
  ({ consultation } = frozen);
  for (const organisation of [...PARTNERS, TELLER]) {
    const key = { plan: PLAN, consultation, organisation };
    const link = found(await services.consultations.makeLink(key, { withCode: false }, BY));
    const session = found(await services.consultations.partners.openLink(link.token, NOW));
    cookies.set(organisation, found(PARTNER_COOKIE.write(session).split(";")[0]));
  }
}, 60_000);
afterAll(() => built.close());

const as = (partner: string) => ({ cookie: found(cookies.get(partner)) });

/** Everything that a partner's link gets hold of: its page, its data, every table as a file, every part of its pack. */
async function everythingFor(app: RunningApp, partner: string): Promise<ReadonlyMap<string, string>> {
  const take = async (path: string) => {
    const answer = await app.ask(path, { headers: as(partner) });
    expect([path, answer.status]).toEqual([path, 200]);
    return answer;
  };
  const page = (await take("/reply")).body;
  const tables = [
    ...new Set([...page.matchAll(/href="(\/reply\/download\/csv\/[^"]+)"/g)].map(([, to]) => to)),
  ];
  expect(tables.length).toBeGreaterThan(8);
  const got = new Map([
    ["page", page],
    ["data", (await take("/reply?_data=routes%2Freply")).body],
  ]);
  for (const path of tables) got.set(path ?? "", (await take(path ?? "")).body);
  const parts = await unzip((await take("/reply/download/pack.xlsx")).bytes);
  expect([...parts.keys()].filter((part) => part.startsWith("xl/worksheets/")).length).toBeGreaterThan(10);
  for (const [part, content] of parts) got.set(`pack: ${part}`, content.toString("utf8"));
  return got;
}

/** A figure in every way in which it may be written: plain, with commas, in pence, a count to three decimals. */
function traces(figure: string): string[] {
  if (!/^\d/.test(figure)) return [figure];
  const value = Number(figure);
  const inPence = figure.split(".")[1]?.length === 2 ? [figure.replace(".", "")] : [];
  const shorter = value < 10 ? [value.toFixed(3)] : [];
  return [figure, value.toLocaleString("en-GB", { maximumFractionDigits: 6 }), ...inPence, ...shorter];
}

/** As a figure of its own, not as the end of a longer one. */
const has = (text: string, trace: string): boolean =>
  new RegExp(`(?<![\\d.,])${trace.replaceAll(".", "\\.")}(?!\\d)`).test(text);

const foundIn = (got: ReadonlyMap<string, string>, figures: readonly string[]): string[] =>
  [...got].flatMap(([where, text]) =>
    figures.flatMap(traces).flatMap((trace) => (has(text, trace) ? [`${trace} in ${where}`] : [])),
  );

describe("what a partner's link gets hold of", () => {
  test.each(PARTNERS)(
    "%s: no other's undeclared choice, no price and no suppressed count, in page, data, files or any part of the pack",
    async (partner) => {
      const got = await everythingFor(await built.run(), partner);
      expect(foundIn(got, [...UNDECLARED, ...PRICES, ...COUNTS])).toEqual([]);
    },
    60_000,
  );

  test("the search finds what is the partner's own, in each of them", async () => {
    const got = await everythingFor(await built.run(), TELLER);
    const own = foundIn(got, UNDECLARED);
    for (const where of ["in page", "in data", "in /reply/download/csv/", "in pack: xl/"]) {
      expect([where, own.some((line) => line.includes(where))]).toEqual([where, true]);
    }
    expect(foundIn(got, [...PRICES, ...COUNTS])).toEqual([]);
  }, 60_000);
});

describe("a partner's link", () => {
  /** Its own page and files; and what says the same to everybody. */
  const OWN = [
    ...["routes/reply", "routes/reply_.download.csv.$table", "routes/reply_.download.pack[.]xlsx"],
    "routes/accessibility",
  ];

  test.each(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"])(
    "reaches with %s nothing else of all that the build has",
    async (method) => {
      const app = await built.run();
      const leaves = await built.leavesWith({
        ...{ plan: PLAN, scenario: "planted", consultation, organisation: "blaby", table: "partner-asked" },
        ...{ provision: "joint", round: "districts", number: "1", person: "sample-viewer" },
      });
      const others = leaves.filter(({ id }) => !OWN.includes(id ?? ""));
      expect(others.length).toBeGreaterThan(50);
      const headers = { ...as("melton"), origin: app.origin };
      for (const { path, id } of others) {
        for (const address of [path, `${path}?_data=${encodeURIComponent(id ?? "")}`]) {
          const { status, body } = await app.ask(address, { method, headers });
          expect([method, address, status]).toEqual([method, address, 403]);
          expect(body).not.toMatch(/Blaby|987654|Leicestershire/);
        }
      }
    },
    120_000,
  );

  test("writes to its reply alone, and not through its files", async () => {
    const app = await built.run();
    const headers = { ...as("melton"), origin: app.origin };
    for (const path of ["/reply/download/pack.xlsx", "/reply/download/csv/partner-asked"]) {
      for (const method of ["POST", "PUT", "DELETE"]) {
        expect([path, method, (await app.ask(path, { method, headers })).status]).toEqual([
          path,
          method,
          403,
        ]);
      }
    }
  });

  test("finds no table, pack or data by a foreign name", async () => {
    const app = await built.run();
    const headers = as("melton");
    for (const path of [
      "/reply/download/csv/consultation-answers",
      "/reply/download/csv/contributions-districts",
      "/reply/download/csv/..%2Fpack.xlsx",
      "/reply/download/csv/__proto__",
      "/reply/blaby",
      "/reply/download/packs/blaby",
    ]) {
      expect([path, (await app.ask(path, { headers })).status]).toEqual([path, 404]);
    }
    for (const data of ["plans._index", "plans.$plan.consultations.$consultation.replies"]) {
      const { status, body } = await app.ask(`/reply?_data=${encodeURIComponent(`routes/${data}`)}`, {
        headers,
      });
      expect([data, [400, 403, 404, 500].includes(status)]).toEqual([data, true]);
      expect(body).not.toMatch(/Blaby/);
    }
  });
});
