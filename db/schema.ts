import { CamelCasePlugin, type Kysely, type Transaction as KyselyTransaction } from "kysely";

/**
 * What the database remembers, table by table. Names are camelCase here and snake_case in the database's own SQL
 * (`migrations/`); `translateNames` is the only place that goes from one to the other.
 *
 * Money stands only inside the text of a document, never in a column. Every column is text or a whole number, and
 * every instant is ISO text that the caller hands in.
 */
export type Schema = {
  readonly plans: PlansTable;
  readonly scenarios: ScenariosTable;
  readonly revisions: RevisionsTable;
  readonly audit: AuditTable;
  readonly auditHead: AuditHeadTable;
  readonly people: PeopleTable;
  readonly sessions: SessionsTable;
  readonly oneTimeLinks: OneTimeLinksTable;
  readonly signInAttempts: SignInAttemptsTable;
  readonly changeReasons: ChangeReasonsTable;
  readonly consultations: ConsultationsTable;
  readonly consultationSnapshots: ConsultationSnapshotsTable;
  readonly invitations: InvitationsTable;
  readonly partnerSessions: PartnerSessionsTable;
  readonly replies: RepliesTable;
  readonly consultationEvents: ConsultationEventsTable;
  readonly panelRounds: PanelRoundsTable;
  readonly panelSheets: PanelSheetsTable;
  readonly replyFiles: ReplyFilesTable;
  readonly serverKeys: ServerKeysTable;
};

export const translateNames = new CamelCasePlugin();

export type Database = Kysely<Schema>;
/** A database inside a transaction: what a function asks for that must not write by itself. */
export type Transaction = KyselyTransaction<Schema>;

/** A partnership and its scenarios. */
type PlansTable = {
  id: string;
  name: string;
  /** What the plan is about, and whether its money is invented. */
  about: string;
  position: number;
  createdAt: string;
  createdBy: string;
};

/** One row for each scenario: where its history ends, and what a list shows without reading documents. */
type ScenariosTable = {
  planId: string;
  id: string;
  name: string;
  status: string;
  position: number;
  headRevision: number;
  createdAt: string;
  updatedAt: string;
  updatedBy: string;
  archivedAt: string | null;
};

/** The history: the whole document at each revision, the change that led to it and the change that takes it back. */
type RevisionsTable = {
  planId: string;
  scenarioId: string;
  number: number;
  document: string;
  contentHash: string;
  changeName: string;
  operations: string;
  inverse: string;
  reason: string | null;
  /** The author's name as it was; `person` is their id, or null for what no signed-in person did. */
  author: string;
  person: string | null;
  createdAt: string;
  /** The change that this one takes back, by its revision. */
  undoes: number | null;
  /** The change that this one makes again. */
  redoes: number | null;
  /** The revision of the scenario's base that is taken over up to here; null where it has no base in the plan. */
  takenOver: number | null;
};

/** Why a field is as it is, said after its change: one row for each field, the latest. */
type ChangeReasonsTable = {
  planId: string;
  scenarioId: string;
  path: string;
  /** The latest revision when it was given: a later change of the field brings its own. */
  revision: number;
  reason: string;
  author: string;
  createdAt: string;
};

/** Who did what, when: append-only, each row sealed with the hash of the one before. */
type AuditTable = {
  sequence: number;
  at: string;
  actor: string;
  action: string;
  subject: string;
  detail: string;
  previousHash: string;
  hash: string;
};

/** One row: the end of the audit log, so that a missing last row is noticed and writers queue up for the next place. */
type AuditHeadTable = {
  id: number;
  sequence: number;
  hash: string;
};

/** Who may work here. A person stays for good, because the history names them: they are disabled, never removed. */
type PeopleTable = {
  id: string;
  name: string;
  /** In small letters. */
  email: string;
  role: string;
  /** `invited` until a password is chosen, then `active`, or `disabled`. */
  state: string;
  /** Null: no sign-in by password. */
  passwordHash: string | null;
  /** 1: one of the invented people of the sample, who can sign in on this machine only. */
  isSample: number;
  createdAt: string;
  createdBy: string;
  signedInAt: string | null;
};

/** Who is signed in. The token itself is in the person's browser only. */
type SessionsTable = {
  tokenHash: string;
  personId: string;
  createdAt: string;
  seenAt: string;
};

/** Links that open once: to become the administrator, to choose a password, to come back from another sign-in. */
type OneTimeLinksTable = {
  tokenHash: string;
  kind: string;
  personId: string | null;
  /** JSON: what has to be kept until the link is opened. */
  detail: string;
  createdAt: string;
  expiresAt: string;
};

/** Tries to sign in that did not succeed, for as long as they count against the next one. */
type SignInAttemptsTable = {
  id: string;
  account: string;
  address: string;
  at: string;
};

/** Frozen scenarios that go out to partners, and until when. `questions` is JSON. */
type ConsultationsTable = {
  planId: string;
  id: string;
  name: string;
  introduction: string;
  questions: string;
  opens: string;
  closes: string;
  silence: string;
  smallNumberThreshold: number;
  createdAt: string;
  createdBy: string;
  closedAt: string | null;
};

/** The frozen scenarios of a consultation: revisions, which never change, with the hash of their content. */
type ConsultationSnapshotsTable = {
  planId: string;
  consultationId: string;
  position: number;
  scenarioId: string;
  revision: number;
  contentHash: string;
  name: string;
};

/** A link of one organisation. Only the hash of what stands in the address is kept, and of the code beside it. */
type InvitationsTable = {
  tokenHash: string;
  planId: string;
  consultationId: string;
  organisation: string;
  codeHash: string | null;
  wrongCodes: number;
  createdAt: string;
  createdBy: string;
  expiresAt: string;
  revokedAt: string | null;
  openedAt: string | null;
};

/** A browser that has opened a link; verified when the link needs no code or the code was given. */
type PartnerSessionsTable = {
  sessionHash: string;
  tokenHash: string;
  verifiedAt: string | null;
  expiresAt: string;
};

/** Every version of every reply, drafts too. `answers` is JSON, as the person left it. */
type RepliesTable = {
  planId: string;
  consultationId: string;
  organisation: string;
  version: number;
  state: string;
  way: string;
  answers: string;
  author: string;
  createdAt: string;
};

/** What happened, in order: links, reminders, replies, extension, close. */
type ConsultationEventsTable = {
  planId: string;
  consultationId: string;
  number: number;
  at: string;
  actor: string;
  kind: string;
  organisation: string | null;
  detail: string;
};

/** Workbooks that came back: the original in base 64, and what was read from it as JSON. */
type ReplyFilesTable = {
  planId: string;
  consultationId: string;
  number: number;
  organisation: string;
  name: string;
  content: string;
  cells: string;
  author: string;
  createdAt: string;
};

/** Keys that the planner made for itself, by their use; never handed out. */
type ServerKeysTable = { name: string; value: string; createdAt: string };

/** Rounds in which a panel scores the priorities of a scenario blind. The latest is the one that counts. */
type PanelRoundsTable = {
  planId: string;
  scenarioId: string;
  number: number;
  openedAt: string;
  openedBy: string;
  closedAt: string | null;
  closedBy: string | null;
};

/** Who is asked in a round, and what they scored and declared so far: `sheet` is JSON. Closed, it stays as it is. */
type PanelSheetsTable = {
  planId: string;
  scenarioId: string;
  round: number;
  personId: string;
  sheet: string;
  savedAt: string | null;
};
