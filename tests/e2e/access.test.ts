import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decideAccess } from "../../app/access/access-table";
import { type Identity, ROLES, VISITOR } from "../../app/access/identity";
import type { RunningApp } from "../app/server/running-app";
import { found } from "../support/scenarios";
import { type BuiltApp, type Leaf, NOW, openBuiltApp, PEOPLE_COOKIE } from "./support/built-app";

/** The built planner with its own database, asked over HTTP by everybody for everything. */
let built: BuiltApp;
let leaves: readonly Leaf[];
const cookies = new Map<string, string>();

beforeAll(async () => {
  built = await openBuiltApp();
  for (const role of ROLES) {
    const token = found(await built.services.people.signInAsSample(`sample-${role}`, NOW));
    cookies.set(role, found(PEOPLE_COOKIE.write(token).split(";")[0]));
  }
  leaves = await built.leavesWith({
    ...{ plan: "llr-2015", scenario: "llr-2015-s1", provision: "joint", round: "districts" },
    ...{ organisation: "melton", table: "contracts", person: "sample-viewer" },
  });
});
afterAll(() => built.close());

const run = (): Promise<RunningApp> => built.run();

const identityOf = (role: string): Identity => {
  const known = ROLES.find((one) => one === role);
  return known === undefined
    ? VISITOR
    : { kind: "person", id: "x", name: "X", email: "x@x.gov.uk", role: known, isSample: true };
};

type Asked = { readonly app: RunningApp; readonly role: string; readonly method: string };

async function ask({ app, role, method }: Asked, path: string) {
  const own = cookies.get(role);
  const headers = { origin: app.origin, ...(own === undefined ? {} : { cookie: own }) };
  const { status, headers: answered, body } = await app.ask(path, { method, headers });
  const leadsTo = String(answered.location ?? answered["x-remix-redirect"] ?? "");
  return { status, leadsTo, body };
}

describe.each(["visitor", ...ROLES])("a %s", (role) => {
  test.each(["GET", "POST", "DELETE"])(
    "gets with %s what the table says, and nothing else",
    async (method) => {
      const app = await run();
      for (const { path, id } of leaves) {
        const decision = decideAccess({ route: id ?? "", method, identity: identityOf(role) });
        if (decision === "allow") continue;
        for (const address of [path, `${path}?_data=${encodeURIComponent(id ?? "")}`]) {
          const { status, leadsTo, body } = await ask({ app, role, method }, address);
          const what = `${method} ${address} as ${role}`;
          if (decision === "forbidden") expect(status, what).toBe(403);
          else if (method !== "GET") expect(status, what).toBe(401);
          else {
            expect([204, 303], what).toContain(status);
            expect(leadsTo, what).toMatch(/^\/sign-in(\?to=%2F|$)/);
            expect(body, what).toMatch(/^(See Other. Redirecting to .*)?$/);
          }
        }
      }
    },
  );
});

test("whoever may read a page of a plan gets it", async () => {
  const app = await run();
  for (const path of ["/plans", "/plans/llr-2015/scenarios/llr-2015-s1/funding"]) {
    expect((await ask({ app, role: "viewer", method: "GET" }, path)).status, path).toBe(200);
  }
});

test("data of one route are not had by the address of another", async () => {
  const app = await run();
  for (const address of [
    "/sign-in?_data=routes%2Fplans._index",
    "/sign-in?_data=routes%2Fadministration._index",
    "/nowhere?_data=routes%2Fplans._index",
    "/set-password?_data=routes%2Fplans.%24plan.scenarios.%24scenario._index",
  ]) {
    const { status, body } = await ask({ app, role: "visitor", method: "GET" }, address);
    expect([400, 403, 404, 500], address).toContain(status);
    expect(body, address).not.toMatch(/Leicester|sample\.invalid/);
  }
});

test.each([
  ["plans that are not there", "/plans/none/scenarios/none"],
  ["a plan by a sign without a picture", "/plans/%00"],
  ["a plan by a way out", "/plans/..%2f..%2fetc"],
  ["people that are not there", "/administration/people/none"],
])("%s: not found, also for an administrator", async (_what, path) => {
  const app = await run();
  expect((await ask({ app, role: "administrator", method: "GET" }, path)).status).toBe(404);
});

test("an address written another way does not lead round the table", async () => {
  const app = await run();
  for (const path of ["/Plans", "/plans/", "/%70lans", "//plans", "/plans//llr-2015/import", "/./plans"]) {
    const { status, leadsTo } = await ask({ app, role: "visitor", method: "GET" }, path);
    expect(leadsTo.startsWith("/sign-in") || status === 404, `${path}: ${status}`).toBe(true);
  }
});

test("a forged, an old and a foreign cookie are nobody", async () => {
  const app = await run();
  for (const value of ["planner=", "planner=x", `planner=${"a".repeat(4000)}`, "__Host-planner=x", ";;=;"]) {
    const { headers } = await app.ask("/plans", { headers: { cookie: value } });
    expect(String(headers.location)).toBe("/sign-in?to=%2Fplans");
  }
});
