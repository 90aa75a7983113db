import { type Identity, ROLES } from "./identity";

/** A column of the table: who an identity is to it. */
export type Who = (typeof ROLES)[number] | "visitor" | "partner";

/** A row: who may read a route (GET, HEAD) and who may write to it (every other method). */
export type Access = {
  /** A route id as Remix names it. With `*` at its end: every route whose id begins so and has no row of its own. */
  readonly route: string;
  readonly read: readonly Who[];
  readonly write: readonly Who[];
  /** Asked by an open page of its own accord: does not count as somebody being there. */
  readonly isBackground?: true;
};

const PEOPLE: readonly Who[] = ROLES;
const EDITORS: readonly Who[] = ["administrator", "commissioner"];
const ADMINISTRATORS: readonly Who[] = ["administrator"];
const EVERYONE: readonly Who[] = [...PEOPLE, "visitor"];
/** Whoever opened a partner's link, also one that has ended: these pages say so themselves. */
const PARTNERS: readonly Who[] = ["partner", "visitor", ...PEOPLE];
const NOBODY: readonly Who[] = [];

/**
 * Who may do what, in one place. A route without a row is closed to everybody, and a test says so. What belongs to
 * somebody else inside a route (a plan, a scenario) is "page not found", which its loader answers.
 */
export const ACCESS_TABLE: readonly Access[] = [
  { route: "root", read: [...EVERYONE, "partner"], write: NOBODY },
  // Addresses that mean nothing: "page not found" for everybody.
  { route: "routes/$", read: [...EVERYONE, "partner"], write: [...EVERYONE, "partner"] },
  { route: "routes/accessibility", read: [...EVERYONE, "partner"], write: NOBODY },
  { route: "routes/_index", read: PEOPLE, write: NOBODY },
  { route: "routes/sign-in", read: EVERYONE, write: EVERYONE },
  // The way to an organisation's own sign-in and back.
  { route: "routes/sign-in_*", read: EVERYONE, write: NOBODY },
  { route: "routes/sign-out", read: EVERYONE, write: EVERYONE },
  // Pages ask it by themselves whether somebody is still there.
  { route: "routes/session", read: EVERYONE, write: NOBODY, isBackground: true },
  { route: "routes/set-password", read: EVERYONE, write: EVERYONE },
  { route: "routes/account", read: PEOPLE, write: PEOPLE },
  { route: "routes/administration*", read: ADMINISTRATORS, write: ADMINISTRATORS },
  { route: "routes/plans._index", read: PEOPLE, write: EDITORS },
  { route: "routes/plans.new", read: EDITORS, write: EDITORS },
  { route: "routes/tour", read: PEOPLE, write: NOBODY },
  // Everything that a partner's link may see, of the one organisation that it speaks for.
  { route: "routes/reply", read: PARTNERS, write: PARTNERS },
  { route: "routes/reply_.download.csv.$table", read: PARTNERS, write: NOBODY },
  { route: "routes/reply_.download.pack[.]xlsx", read: PARTNERS, write: NOBODY },
  // Finance officers and viewers read and download everything of a plan, and change nothing.
  {
    ...{ route: "routes/plans.$plan.scenarios.$scenario.latest", read: PEOPLE, write: EDITORS },
    isBackground: true,
  },
  // Pages that are one form.
  { route: "routes/plans.$plan.import", read: EDITORS, write: EDITORS },
  { route: "routes/plans.$plan.consultations.new", read: EDITORS, write: EDITORS },
  { route: "routes/plans.$plan.scenarios.$scenario.undo", read: EDITORS, write: EDITORS },
  { route: "routes/plans.$plan*", read: PEOPLE, write: EDITORS },
  // A panel may have people who change nothing else; who is asked is for the panel to say.
  {
    route: "routes/plans.$plan.scenarios.$scenario.priorities_.panel_.score.$line",
    read: PEOPLE,
    write: PEOPLE,
  },
  // Whoever may download may also stop what is being made for them.
  { route: "routes/plans.$plan.scenarios.$scenario.download.workbook", read: PEOPLE, write: PEOPLE },
];

/** `sign-in`: nobody is signed in, and that might help. `forbidden`: somebody is, and it does not. */
export type Decision = "allow" | "sign-in" | "forbidden";

export function decideAccess(asked: {
  readonly route: string;
  readonly method: string;
  readonly identity: Identity;
}): Decision {
  const row = findAccess(asked.route);
  const who = columnOf(asked.identity);
  const isReading = asked.method === "GET" || asked.method === "HEAD";
  const allowed = (isReading ? row?.read : row?.write) ?? NOBODY;
  if (allowed.includes(who)) return "allow";
  return who === "visitor" && allowed.length > 0 ? "sign-in" : "forbidden";
}

/** The row of a route: its own, else the longest that it begins with. */
export function findAccess(route: string): Access | undefined {
  const own = ACCESS_TABLE.find((row) => row.route === route);
  if (own !== undefined) return own;
  return ACCESS_TABLE.filter((row) => row.route.endsWith("*") && route.startsWith(row.route.slice(0, -1)))
    .toSorted((first, second) => second.route.length - first.route.length)
    .at(0);
}

/** Whether somebody may change scenarios: pages show no form that would be refused. */
export const mayEdit = (identity: Identity): boolean => EDITORS.includes(columnOf(identity));

const columnOf = (identity: Identity): Who => (identity.kind === "person" ? identity.role : identity.kind);
