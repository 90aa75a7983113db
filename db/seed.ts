import { SCENARIO_FORMAT, type Scenario } from "../scenarios/model/scenario";
import { inTransaction } from "./in-transaction";
import { lockAudit } from "./repositories/audit";
import { createPlan } from "./repositories/plans";
import { createScenario } from "./repositories/scenarios";
import type { Database, Transaction } from "./schema";

export const SAMPLE_PLAN = "llr-2015";
const AUTHOR = "Sample";

/** Puts the sample plans into an empty database, all or nothing. False when there are plans already. */
export function seedSample(db: Database, now: string): Promise<boolean> {
  return inTransaction(db, async (transaction) => {
    await lockAudit(transaction); // Two instances that start at once: the second waits, and then finds the plans.
    const plan = await transaction.selectFrom("plans").select("id").executeTakeFirst();
    if (plan !== undefined) return false;
    for (const sample of SAMPLES) await seedPlan(transaction, sample, now);
    return true;
  });
}

type Sample = {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly documents: () => Promise<readonly { readonly default: unknown }[]>;
};

/** Imported by name, so that they are found wherever the code runs: from its sources, or in one file after a build. */
const SAMPLES: readonly Sample[] = [
  {
    id: SAMPLE_PLAN,
    name: "Leicester, Leicestershire and Rutland 2015",
    about:
      "Domestic and sexual violence services from October 2015. Sample: all sums of money are synthetic.",
    documents: () =>
      Promise.all([
        import("../scenarios/examples/llr-2015-s0.json"),
        import("../scenarios/examples/llr-2015-s1.json"),
        import("../scenarios/examples/llr-2015-s2.json"),
        import("../scenarios/examples/llr-2015-s3.json"),
        import("../scenarios/examples/llr-2015-s4.json"),
      ]),
  },
  {
    id: "durham-2020",
    name: "Durham 2020 budget prioritisation",
    about: "Fifteen lines and six criteria at four budgets. Sample: all sums of money are synthetic.",
    documents: () =>
      Promise.all([
        import("../scenarios/examples/durham-2020-100.json"),
        import("../scenarios/examples/durham-2020-95.json"),
        import("../scenarios/examples/durham-2020-90.json"),
        import("../scenarios/examples/durham-2020-80.json"),
      ]),
  },
  {
    id: "derby-2015",
    name: "Derby 2015 capacity",
    about: "Refuge, support and an advice line. Sample: all sums of money are synthetic.",
    documents: () => Promise.all([import("../scenarios/examples/derby-2015.json")]),
  },
];

async function seedPlan(transaction: Transaction, sample: Sample, now: string): Promise<void> {
  const { id: plan, name, about, documents } = sample;
  await createPlan(transaction, { id: plan, name, about, author: AUTHOR, now });
  for (const { default: document } of await documents()) {
    if (!isScenario(document)) throw new Error(`${plan}: a sample is not a scenario file`);
    const created = await createScenario(transaction, { plan, document, author: AUTHOR, now });
    if (created.outcome !== "created") throw new Error(`${plan}: ${document.id} ${JSON.stringify(created)}`);
  }
}

/** The examples are checked whole by their own tests; here it is enough that the right files were found. */
function isScenario(document: unknown): document is Scenario {
  return (
    typeof document === "object" &&
    document !== null &&
    "format" in document &&
    document.format === SCENARIO_FORMAT
  );
}
