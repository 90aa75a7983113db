import { rename, rm, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { evaluateScenario } from "../../scenarios/evaluate-scenario";
import { done, type Outcome, wrongUse } from "./outcome";
import { readScenarioFile } from "./read-scenario-file";

const USE = "Use: workbook FILE --out W.xlsx";

/** `workbook FILE --out W.xlsx`: writes the finance workbook; nothing is left behind when it cannot be written. */
export async function workbook(args: readonly string[]): Promise<Outcome> {
  const wanted = readArguments(args);
  if (wanted === null) return wrongUse(USE);
  const read = await readScenarioFile(wanted.file);
  if (!read.ok) return read.outcome;
  const { writeWorkbook } = await import("../workbook/write-workbook");
  const { prioritise } = await import("../../scenarios/optimise/prioritise");
  const hasLines = (read.scenario.priorities?.lines.length ?? 0) > 0;
  const content = await writeWorkbook(evaluateScenario(read.scenario), {
    createdAt: new Date(),
    budgetPlan: hasLines ? await prioritise(read.scenario) : null,
  });
  const failure = await save(wanted.out, content);
  return failure === null ? done("") : wrongUse(`Cannot write ${wanted.out}: ${failure}`);
}

function readArguments(args: readonly string[]): { readonly file: string; readonly out: string } | null {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { out: { type: "string" } },
    });
    const [file, more] = positionals;
    if (file === undefined || more !== undefined || values.out === undefined) return null;
    return { file, out: values.out };
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
