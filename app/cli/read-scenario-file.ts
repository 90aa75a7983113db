import { open } from "node:fs/promises";
import { parseArgs } from "node:util";
import { LIMITS } from "../../scenarios/document/limits";
import type { Warning } from "../../scenarios/model/issue";
import type { Scenario } from "../../scenarios/model/scenario";
import { validateScenarioText } from "../../scenarios/validate-scenario";
import { type Outcome, refused, wrongUse } from "./outcome";

export type ReadScenario =
  | { readonly ok: true; readonly scenario: Scenario; readonly warnings: readonly Warning[] }
  | { readonly ok: false; readonly outcome: Outcome };

/** Reads and checks the scenario file that a command names as its only argument. */
export async function readOnlyScenario(args: readonly string[], use: string): Promise<ReadScenario> {
  const named = onlyFile(args);
  if (named === null) return { ok: false, outcome: wrongUse(`Use: ${use}`) };
  return readScenarioFile(named);
}

/** Reads a scenario file and checks it; whatever is wrong with it becomes a clear line, never a stack trace. */
export async function readScenarioFile(file: string): Promise<ReadScenario> {
  const bytes = await readAtMost(file, LIMITS.fileCharacters + 1).catch(unreadable);
  if (typeof bytes === "string") return { ok: false, outcome: wrongUse(`Cannot read ${file}: ${bytes}`) };
  const text = bytes.length > LIMITS.fileCharacters ? tooLarge() : decode(bytes);
  if (typeof text !== "string") return { ok: false, outcome: text };
  const parsed = validateScenarioText(text);
  return parsed.ok ? parsed : { ok: false, outcome: refused(parsed.issues) };
}

function onlyFile(args: readonly string[]): string | null {
  try {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
    return positionals.length === 1 ? (positionals[0] ?? null) : null;
  } catch {
    return null;
  }
}

/** However large the file or endless the pipe, no more than the limit is held. */
async function readAtMost(file: string, limit: number): Promise<Buffer> {
  const handle = await open(file, "r");
  try {
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of handle.createReadStream({ autoClose: false, end: limit - 1 })) {
      chunks.push(chunk as Buffer);
      length += (chunk as Buffer).length;
      if (length >= limit) break;
    }
    return Buffer.concat(chunks).subarray(0, limit);
  } finally {
    await handle.close();
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file.",
  EACCES: "you may not read it.",
  EISDIR: "it is a folder.",
  ENOTDIR: "there is no such file.",
};

function unreadable(error: unknown): string {
  const { code = "" } = error as NodeJS.ErrnoException;
  return REASONS[code] ?? `it cannot be opened (${code}).`;
}

function tooLarge(): Outcome {
  const most = LIMITS.fileCharacters.toLocaleString("en-GB");
  const message = `The file has more than ${most} bytes; choose a scenario file of at most that size.`;
  return refused([{ path: "", code: "too-large", message }]);
}

function decode(bytes: Buffer): string | Outcome {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const message = "The file is not text in UTF-8; choose a scenario file.";
    return refused([{ path: "", code: "not-json", message }]);
  }
}
