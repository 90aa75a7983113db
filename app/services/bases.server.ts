import { freeId, idFromName } from "../../scenarios/model/identifiers";
import {
  loadStacking,
  loadWithBase,
  mergeWithBase,
  stackScenarios,
  takeOverBase,
  type WithBase,
} from "../../db/repositories/bases";
import { giveReason, listReasons } from "../../db/repositories/reasons";
import { listRevisions } from "../../db/repositories/revisions";
import { listTakenIds } from "../../db/repositories/scenarios";
import type { Database } from "../../db/schema";
import { changesAgainst } from "../../scenarios/changes/merge-changes";
import { reasonFor } from "../../scenarios/changes/reason-for";
import { validateScenario } from "../../scenarios/validate-scenario";
import type { AgainstBase, Bases } from "./bases";
import type { ScenarioKey } from "./saving";

export function basesOver(db: Database): Bases {
  return {
    load: async (key) => {
      const sides = await loadWithBase(db, key);
      return sides === null ? null : againstBase(db, key, sides);
    },
    giveReason: (key, given, by) => giveReason(db, { ...key, ...given, ...by }),
    takeOver: (key, request, by) => takeOverBase(db, { ...key, ...request, ...by }, validateScenario),
    loadStacking: async (stacking) => {
      const loaded = await loadStacking(db, stacking);
      if (loaded === null) return null;
      const { theirs, mine, merge } = loaded;
      const { mine: changed, then } = theirs;
      return { changed: changed.document, changedBase: then.document, on: mine.document, merge };
    },
    stack: async ({ name, ...request }, by) => {
      const id = freeId(idFromName(name), await listTakenIds(db, request.plan));
      const stacking = { ...request, ...by, copy: { id, name } };
      const created = await stackScenarios(db, stacking, validateScenario);
      return created.outcome === "created" ? { outcome: "created", scenario: id } : created;
    },
  };
}

async function againstBase(db: Database, key: ScenarioKey, sides: WithBase): Promise<AgainstBase> {
  const { mine, then, now } = sides;
  const [history, later] = await Promise.all([listRevisions(db, key), listReasons(db, key)]);
  return {
    base: {
      ...{ id: now.document.id, name: now.document.name },
      ...{ takenOver: then.number, latest: now.number },
    },
    revision: mine.number,
    scenario: mine.document,
    baseThen: then.document,
    baseNow: now.document,
    changes: changesAgainst(then.document, mine.document).map((operation) => ({
      operation,
      reason: reasonFor(operation, { history, later }),
    })),
    merge: mergeWithBase(sides),
  };
}
