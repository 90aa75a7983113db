import { done, issueLine, type Outcome } from "./outcome";
import { readOnlyScenario } from "./read-scenario-file";

/** `validate FILE`: every issue at once; warnings and "No issues" when it may be evaluated. */
export async function validate(args: readonly string[]): Promise<Outcome> {
  const read = await readOnlyScenario(args, "validate FILE");
  if (!read.ok) return read.outcome;
  const warnings = read.warnings.map((warning) => `Warning: ${issueLine(warning)}\n`);
  return done(`${warnings.join("")}No issues.\n`);
}
