import {
  askPanel,
  closePanel,
  loadPanel,
  type StoredPanel,
  saveLineScores,
} from "../../db/repositories/panels";
import { loadPerson } from "../../db/repositories/people";
import { loadScenario } from "../../db/repositories/scenarios";
import type { Database } from "../../db/schema";
import type { Id } from "../../scenarios/model/identifiers";
import type { Priorities } from "../../scenarios/model/scenario";
import { answeredOf, cellsOf, type Panel } from "../../scenarios/panel/panel";
import type { Panels } from "./panels";

/** The panels of scenarios over a database that is ready. */
export function panelsOver(db: Database): Panels {
  return {
    load: async (key, person) => {
      const [stored, scenario] = await Promise.all([loadPanel(db, key), loadScenario(db, key)]);
      const priorities = scenario?.document.priorities;
      if (stored === null || priorities === undefined) return null;
      return shownTo(person, stored, priorities);
    },
    ask: async (key, people, { author, now }) => {
      const found = await Promise.all(people.map((person) => loadPerson(db, person)));
      const active = found.flatMap((person) => (person?.state === "active" ? [person.id] : []));
      if (active.length === 0 || (await loadScenario(db, key)) === null) return 0;
      return askPanel(db, { ...key, people: active, author, now });
    },
    save: async (key, { line, scores }, { author, person, now }) => {
      if (person === null) return "not-asked";
      const own = scores.interest === "" ? scores : { points: {}, interest: scores.interest };
      return saveLineScores(db, { ...key, line, scores: own, person, author, now });
    },
    close: (key, { author, now }) => closePanel(db, { ...key, author, now }),
  };
}

/** While a round is open nobody sees another's points: only how many they have given, and their interests. */
function shownTo(person: Id | null, stored: StoredPanel, priorities: Priorities): Panel {
  const { members, closedAt, ...round } = stored;
  const own = members.find((member) => member.person === person);
  const lines = priorities.lines.map((line) => ({ line, cells: cellsOf(priorities, line) }));
  return {
    ...{ ...round, closedAt },
    own: own?.sheet ?? null,
    members: members.map(({ person: id, name, sheet, savedAt }) => ({
      ...{ person: id, name, savedAt },
      answered: lines.reduce((sum, { line, cells }) => sum + answeredOf(sheet, line.id, cells), 0),
      interests: Object.fromEntries(
        Object.entries(sheet).flatMap(([line, { interest }]) => (interest === "" ? [] : [[line, interest]])),
      ),
      sheet: closedAt === null ? null : sheet,
    })),
    cells: lines.reduce((sum, { cells }) => sum + cells.length, 0),
  };
}
