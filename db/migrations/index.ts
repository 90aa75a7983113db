import type { Dialect } from "../open-database";
import { plansScenariosAudit } from "./0001-plans-scenarios-audit";
import { people } from "./0002-people";
import { undoAndBases } from "./0003-undo-and-bases";
import { consultations } from "./0004-consultations";
import { panel } from "./0005-panel";
import { replyFiles } from "./0006-reply-files";

/**
 * Every migration by name, in order. One that has landed never changes: what comes later is a new one. The statements
 * are portable SQL; only triggers differ between the two databases.
 */
export const MIGRATIONS: Readonly<Record<string, (dialect: Dialect) => readonly string[]>> = {
  "0001-plans-scenarios-audit": plansScenariosAudit,
  "0002-people": people,
  "0003-undo-and-bases": undoAndBases,
  "0004-consultations": consultations,
  "0005-panel": panel,
  "0006-reply-files": replyFiles,
};
