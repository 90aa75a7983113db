import { flatRoutes } from "@remix-run/dev/dist/config/flat-routes.js";
import { describe, expect, test } from "vitest";
import { ACCESS_TABLE, decideAccess, findAccess } from "../../../app/access/access-table";
import { type Identity, ROLES, VISITOR } from "../../../app/access/identity";

/** The routes as the build has them: Remix makes them from the files of the folder. */
const ROUTES = ["root", ...Object.keys(flatRoutes("app"))];
const PLAN_ROUTES = ROUTES.filter((route) => route.startsWith("routes/plans.$plan"));

/** Pages for those who change something: others have nothing to read there. */
const FORMS_ONLY = [
  "routes/plans.$plan.import",
  "routes/plans.$plan.consultations.new",
  "routes/plans.$plan.scenarios.$scenario.undo",
];

const signedInAs = (role: (typeof ROLES)[number]): Identity => ({
  ...{ kind: "person", id: "ann", name: "Ann", email: "ann@example.gov.uk", role, isSample: false },
});
const PARTNER: Identity = {
  ...{ kind: "partner", session: "s", plan: "llr-2015", consultation: "spring", organisation: "melton" },
  ...{ verified: true, locked: false },
};
const IDENTITIES: readonly Identity[] = [VISITOR, PARTNER, ...ROLES.map(signedInAs)];
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

test.each(ROUTES)("%s has a row that says who may do what", (route) => {
  expect(findAccess(route)).toBeDefined();
});

test("every row is about a route that there is", () => {
  const used = new Set(ROUTES.map((route) => findAccess(route)?.route));
  expect(ACCESS_TABLE.map(({ route }) => route).filter((route) => !used.has(route))).toEqual([]);
});

test("a route that nobody has thought of is closed to everybody", () => {
  for (const identity of IDENTITIES) {
    for (const method of ["GET", "POST"]) {
      expect(decideAccess({ route: "routes/new", method, identity })).toBe("forbidden");
    }
  }
});

/** Stopping a workbook that is being made changes nothing of a plan; a panel may have people who change nothing else. */
const FOR_EVERYBODY = [
  "routes/plans.$plan.scenarios.$scenario.download.workbook",
  "routes/plans.$plan.scenarios.$scenario.priorities_.panel_.score.$line",
];

describe.each(PLAN_ROUTES)("%s", (route) => {
  const decide = (method: string, identity: Identity) => decideAccess({ route, method, identity });

  test("sends a visitor to sign in, whatever they ask", () => {
    for (const method of ["GET", "HEAD", "POST", "PUT", "DELETE"]) {
      expect(decide(method, VISITOR)).toBe("sign-in");
    }
  });

  test("can be read by everybody who is signed in, unless it is nothing but a form", () => {
    const readers = FORMS_ONLY.includes(route) ? ["administrator", "commissioner"] : ROLES;
    for (const method of ["GET", "HEAD"]) {
      expect(ROLES.filter((role) => decide(method, signedInAs(role)) === "allow")).toEqual(readers);
    }
  });

  const editors = FOR_EVERYBODY.includes(route) ? ROLES : ["administrator", "commissioner"];
  test(`can be changed by ${editors.join(", ")}, and by nobody else`, () => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "SEARCH"]) {
      expect(ROLES.filter((role) => decide(method, signedInAs(role)) === "allow").toSorted()).toEqual(
        editors.toSorted(),
      );
    }
  });
});

describe("a partner's link", () => {
  const reached = (method: string) =>
    ROUTES.filter((route) => decideAccess({ route, method, identity: PARTNER }) === "allow").sort();

  test("reads the partner's own page and its files, and nothing else", () => {
    const own = ROUTES.filter((route) => /^routes\/reply(_\.download\.|$)/.test(route));
    for (const method of ["GET", "HEAD"])
      expect(reached(method)).toEqual(["root", "routes/$", "routes/accessibility", ...own].sort());
  });

  test("writes its reply, and nothing else", () => {
    for (const method of METHODS.filter((method) => method !== "GET" && method !== "HEAD")) {
      expect(reached(method)).toEqual(["routes/$", "routes/reply"]);
    }
  });

  test("that has ended, or was never opened, is explained where its files are asked for: they may be asked for by everybody", () => {
    const files = ROUTES.filter((route) => route.startsWith("routes/reply_."));
    expect(files.length).toBeGreaterThan(0);
    for (const route of files) {
      for (const identity of IDENTITIES) {
        expect(decideAccess({ route, method: "GET", identity })).toBe("allow");
        expect(decideAccess({ route, method: "POST", identity })).not.toBe("allow");
      }
    }
  });
});
