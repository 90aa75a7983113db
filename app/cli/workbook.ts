import { rename, rm, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { evaluateScenario } from "../../scenarios/evaluate-scenario";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Plan } from "../../scenarios/optimise/plan";
import { done, type Outcome, wrongUse } from "./outcome";
import { readScenarioFile } from "./read-scenario-file";

const USE =
  "Use: workbook FILE --out W.xlsx [--for ORGANISATION], or workbook --compare FILE FILE... --out W.xlsx";

/**
 * `workbook FILE --out W.xlsx`: writes the finance workbook; with `--compare` scenarios side by side, the first as the
 * reference; with `--for` the consultation pack of one organisation. Nothing is left behind when it cannot be written.
 */
export async function workbook(args: readonly string[]): Promise<Outcome> {
  const wanted = readArguments(args);
  if (wanted === null) return wrongUse(USE);
  const evaluations: Evaluation[] = [];
  for (const file of wanted.files) {
    const read = await readScenarioFile(file);
    if (!read.ok) return read.outcome;
    evaluations.push(evaluateScenario(read.scenario));
  }
  const content = await contentOf(wanted, evaluations);
  if (typeof content === "string") return wrongUse(content);
  const failure = await save(wanted.out, content);
  return failure === null ? done("") : wrongUse(`Cannot write ${wanted.out}: ${failure}`);
}

type Wanted = {
  readonly files: readonly string[];
  readonly compare: boolean;
  readonly organisation: string | null;
  readonly out: string;
};

/** The workbook, or why there is none. */
async function contentOf(
  { compare, organisation }: Wanted,
  evaluations: readonly Evaluation[],
): Promise<Buffer | string> {
  const createdAt = new Date();
  if (compare) {
    const { comparisonWorkbook } = await import("./workbook-comparison");
    return comparisonWorkbook(evaluations, createdAt);
  }
  const evaluation = evaluations[0] as Evaluation;
  if (organisation !== null) {
    const { partnerPackOf } = await import("./workbook-for-partner");
    return partnerPackOf(evaluation.scenario, organisation, createdAt);
  }
  const { writeWorkbook } = await import("../workbook/write-workbook");
  return writeWorkbook(evaluation, { createdAt, budgetPlan: await budgetPlanOf(evaluation) });
}

/** The best plan with the frontier of what the page moves first, where there are lines to choose from. */
async function budgetPlanOf({ scenario }: Evaluation): Promise<Plan | null> {
  if ((scenario.priorities?.lines.length ?? 0) === 0) return null;
  const { prioritise } = await import("../../scenarios/optimise/prioritise");
  const { planMovingGeneral } = await import("./plan-along");
  return planMovingGeneral(await prioritise(scenario), scenario);
}

function readArguments(args: readonly string[]): Wanted | null {
  try {
    const { positionals: files, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: "string" },
        compare: { type: "boolean", default: false },
        for: { type: "string" },
      },
    });
    const { out, compare, for: organisation = null } = values;
    const isEnough = compare ? files.length >= 2 && organisation === null : files.length === 1;
    return out === undefined || !isEnough ? null : { files, compare, organisation, out };
  } catch {
    return null;
  }
}

/** Beside its place first: a file that is half written never has the name that was asked for. */
async function save(out: string, content: Buffer): Promise<string | null> {
  const beside = `${out}.${process.pid}.part`;
  try {
    await writeFile(beside, content);
    await rename(beside, out);
    return null;
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    const { code = "" } = error as NodeJS.ErrnoException;
    return code === "ENOENT" ? "there is no such folder." : `the folder does not take it (${code}).`;
  }
}
