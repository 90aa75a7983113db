import { join } from "node:path";

/** A program of the tests or of the planner as one file, built once for a run so that many processes start quickly. */
export function scriptPath(name: "writer" | "commands"): string {
  const folder = process.env["TEST_SCRIPTS"];
  if (folder === undefined) throw new Error("no scripts: run the database tests through vitest.config.ts");
  return join(folder, `${name}.js`);
}
