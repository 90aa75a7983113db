import { inTransaction } from "../../db/in-transaction";
import { migrate } from "../../db/migrate";
import { openDatabase, placeFrom } from "../../db/open-database";
import { restoreRevision, saveChange } from "../../db/repositories/changes";
import { listPlans, loadPlan } from "../../db/repositories/plans";
import { listRevisions, loadDocuments, loadLatest, loadRevision } from "../../db/repositories/revisions";
import {
  createScenario,
  duplicateScenario,
  listScenarios,
  listTakenIds,
  loadScenario,
  type StoredScenario,
} from "../../db/repositories/scenarios";
import { loadSteps, takeStep } from "../../db/repositories/undo";
import type { Database } from "../../db/schema";
import { SAMPLE_PLAN, seedSample } from "../../db/seed";
import { seedSamplePeople } from "../../db/seed-people";
import { diffDocuments } from "../../scenarios/changes/diff-documents";
import { freeId, type Id, idFromName } from "../../scenarios/model/identifiers";
import type { Scenario } from "../../scenarios/model/scenario";
import { handOverPlan } from "../../scenarios/optimise/hand-over";
import type { Plan as BudgetPlan } from "../../scenarios/optimise/plan";
import { validateScenario, validateScenarioText } from "../../scenarios/validate-scenario";
import { isThisMachineOnly, readSettings } from "../server/settings";
import { basesOver } from "./bases.server";
import { keepComparisons } from "./comparisons.server";
import { consultationsOver } from "./consultations.server";
import { type Evaluations, keepEvaluations } from "./evaluations.server";
import { type OrganisationSignIn, organisationSignIn } from "./organisation-sign-in.server";
import { panelsOver } from "./panels.server";
import { keepPeople } from "./people.server";
import { takenOver } from "../reports/plan-words";
import { packsOver } from "./packs.server";
import { keepLongFiles } from "./long-files.server";
import { keepPriorityPlans } from "./priority-plans.server";
import type { ComparedScenario, Plan, PlanWithScenarios, ScenarioPick, Services } from "./services";
import type { Authorship, ImportOutcome, ScenarioKey } from "./saving";
import { startPlan, startScenario } from "./start-plans.server";
import { workKey } from "./work-key";

/** Evaluations that are kept: a large plan's takes a few megabytes. */
const EVALUATIONS_KEPT = 60;
const PLANS_KEPT = 60;
/** Comparisons of each kind that are kept: rows, changes and waterfalls are small beside an evaluation. */
const COMPARISONS_KEPT = 200;
/** Workbooks of large plans that are kept to be fetched: a few megabytes each. */
const WORKBOOKS_KEPT = 6;

/**
 * Opens the planner's memory as the environment says (`DATABASE_URL`, or a file in the folder `PLANNER_DATA`), brings its
 * tables up to date, puts the sample plans into an empty one, and hands out what pages may ask for.
 */
export async function createServices(
  environment: Readonly<Record<string, string | undefined>>,
  now: string = new Date().toISOString(),
): Promise<Services> {
  const organisation = organisationSignIn(environment);
  const database = openDatabase(placeFrom(environment));
  await migrate(database);
  await seedSample(database.db, now);
  const thisMachineOnly = isThisMachineOnly(readSettings(environment));
  if (thisMachineOnly && (await loadPlan(database.db, SAMPLE_PLAN)) !== null) {
    await seedSamplePeople(database.db, now);
  }
  return servicesOver(database.db, {
    close: database.close,
    isThisMachineOnly: thisMachineOnly,
    organisation,
  });
}

/** The services over a database that is ready. */
export function servicesOver(
  db: Database,
  parts: {
    readonly close: () => Promise<void>;
    readonly isThisMachineOnly: boolean;
    readonly organisation: OrganisationSignIn | null;
  },
): Services {
  const evaluations = keepEvaluations(EVALUATIONS_KEPT);
  const budgetPlans = keepPriorityPlans(PLANS_KEPT);
  const consultations = consultationsOver(db);
  return {
    isReady: async () => {
      await listPlans(db);
      return true;
    },
    close: async () => {
      budgetPlans.stop();
      await parts.close();
    },
    consultations,
    packs: packsOver(db, consultations.partners),
    panels: panelsOver(db),
    people: keepPeople(db, parts),
    bases: basesOver(db),
    listPlans: async () =>
      Promise.all((await listPlans(db)).map((plan) => withScenarios(db, evaluations, plan))),
    loadPlan: async (id) => {
      const plan = await loadPlan(db, id);
      return plan === null ? null : withScenarios(db, evaluations, plan);
    },
    loadScenario: async (key) => {
      const [plan, stored] = await Promise.all([loadPlan(db, key.plan), loadScenario(db, key)]);
      if (plan === null || stored === null) return null;
      const evaluation = await evaluations.of(stored.contentHash, () => Promise.resolve(stored.document));
      if (evaluation === null)
        throw new Error(`${key.plan}/${key.scenario} revision ${stored.revision} has issues`);
      const { document: scenario, revision, contentHash, updatedAt, updatedBy } = stored;
      return { plan, scenario, revision, contentHash, updatedAt, updatedBy, evaluation };
    },
    planOfPriorities: ({ contentHash, scenario }) => budgetPlans.plans.of(contentHash, scenario),
    frontierOfPriorities: ({ contentHash, scenario }, budget) =>
      budgetPlans.frontiers.of(workKey(contentHash, budget), { kind: "frontier", scenario, budget }),
    frontierSoFar: ({ contentHash }, budget) => {
      const state = budgetPlans.frontiers.stateOf(workKey(contentHash, budget));
      return state?.state === "working" ? (state.soFar ?? null) : null;
    },
    sensitivityOfPriorities: ({ contentHash, scenario }, { chosen }) =>
      budgetPlans.sensitivities.of(contentHash, { kind: "sensitivity", scenario, shown: chosen }),
    longWork: {
      plan: budgetPlans.plans,
      sensitivity: budgetPlans.sensitivities,
      frontier: budgetPlans.frontiers,
    },
    loadRevision: async (key, number) => (await loadRevision(db, { ...key, number }))?.document ?? null,
    loadCompared: (plan, picks) =>
      Promise.all(picks.map((pick) => loadCompared(db, evaluations, plan, pick))),
    comparisons: keepComparisons(COMPARISONS_KEPT),
    workbooks: keepLongFiles(WORKBOOKS_KEPT),
    loadDocuments: (key, range) => loadDocuments(db, { ...key, ...range }),
    loadLatest: (key) => loadLatest(db, key),
    loadHistory: async (key) => {
      const revisions = await listRevisions(db, key);
      return revisions.length === 0 ? null : revisions;
    },
    saveChange: (key, request, by) => saveChange(db, { ...key, ...request, ...by }, validateScenario),
    restoreRevision: (key, restoration, by) =>
      restoreRevision(db, { ...key, ...restoration, ...by }, validateScenario),
    loadSteps: (key, by) => loadSteps(db, key, by),
    takeStep: (key, request, by) => takeStep(db, { ...key, ...request, ...by }, validateScenario),
    importScenario: (plan, text, by) => importScenario(db, plan, text, by),
    handOverPlan: async (key, name, by) => {
      const stored = await loadScenario(db, key);
      if (stored?.document.priorities === undefined) return { outcome: "missing" };
      const plan = await budgetPlans.plans.of(stored.contentHash, stored.document);
      return handOver(db, { key, stored, name, plan, by });
    },
    createPlan: (plan, by) => startPlan(db, plan, by),
    createEmptyScenario: (plan, empty, by) => startScenario(db, plan, empty, by),
    duplicateScenario: async ({ plan, scenario }, name, by) => {
      const copy = { id: freeId(idFromName(name), await listTakenIds(db, plan)), name };
      const created = await duplicateScenario(db, { plan, scenario, copy, ...by });
      return created.outcome === "created" ? { outcome: "created", scenario: copy.id } : created;
    },
  };
}

async function withScenarios(db: Database, evaluations: Evaluations, plan: Plan): Promise<PlanWithScenarios> {
  const summaries = await listScenarios(db, plan.id);
  const scenarios = summaries.map(async (summary) => {
    const load = async (): Promise<Scenario> => {
      const stored = await loadScenario(db, { plan: plan.id, scenario: summary.id });
      if (stored === null) throw new Error(`no document of ${plan.id}/${summary.id}`);
      return stored.document;
    };
    return { ...summary, evaluation: await evaluations.of(summary.contentHash, load) };
  });
  return { ...plan, scenarios: await Promise.all(scenarios) };
}

async function loadCompared(
  db: Database,
  evaluations: Evaluations,
  plan: Id,
  { scenario, revision }: ScenarioPick,
): Promise<ComparedScenario | null> {
  const key = { plan, scenario };
  const stored =
    revision === null ? await loadScenario(db, key) : await loadRevision(db, { ...key, number: revision });
  if (stored === null) return null;
  const { contentHash, document } = stored;
  return {
    name: document.name,
    revision: "revision" in stored ? stored.revision : stored.number,
    contentHash,
    evaluation: await evaluations.of(contentHash, () => Promise.resolve(document)),
  };
}

/** As a copy of the original and one named change, so that the history tells what the plan made of it. */
async function handOver(
  db: Database,
  handing: {
    readonly key: ScenarioKey;
    readonly stored: StoredScenario;
    readonly name: string;
    readonly plan: BudgetPlan;
    readonly by: Authorship;
  },
): Promise<ImportOutcome> {
  const { key, stored, name, plan, by } = handing;
  const { scenario } = handOverPlan(stored.document, plan);
  return inTransaction(db, async (transaction) => {
    const copy = { id: freeId(idFromName(name), await listTakenIds(transaction, key.plan)), name };
    const created = await duplicateScenario(transaction, { ...key, copy, ...by });
    if (created.outcome !== "created") return created;
    const { name: title, reason } = takenOver(plan, `“${stored.document.name}”, revision ${stored.revision}`);
    const change = {
      name: title,
      operations: diffDocuments(stored.document, scenario),
    };
    const edit = { plan: key.plan, scenario: copy.id, baseRevision: 1, change, reason, ...by };
    const saved = await saveChange(transaction, edit, validateScenario);
    if (saved.outcome !== "saved")
      throw new Error(`the plan of ${stored.document.id}: ${JSON.stringify(saved)}`);
    return { outcome: "created", scenario: copy.id };
  });
}

/** A file may be imported twice, or into a plan that has its id already: it then gets the next free id. */
async function importScenario(db: Database, plan: Id, text: string, by: Authorship): Promise<ImportOutcome> {
  const checked = validateScenarioText(text);
  if (!checked.ok) return { outcome: "refused", issues: checked.issues };
  const id = freeId(checked.scenario.id, await listTakenIds(db, plan));
  const document: Scenario = id === checked.scenario.id ? checked.scenario : { ...checked.scenario, id };
  const created = await createScenario(db, { plan, document, ...by });
  return created.outcome === "created" ? { outcome: "created", scenario: id } : created;
}
