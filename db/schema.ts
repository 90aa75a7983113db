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
