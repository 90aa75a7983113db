import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { build } from "vite";

const CACHE = "node_modules/.cache"; // From here the scripts find the packages.

/** Builds the programs that the database tests start as processes of their own; see scripts.ts. */
export default async function buildScripts() {
  await mkdir(CACHE, { recursive: true });
  const folder = await mkdtemp(`${CACHE}/planner-scripts-`);
  const input = { writer: "tests/db/support/writer.ts", commands: "db/commands.ts" };
  await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    ssr: { noExternal: ["kysely"] },
    build: { ssr: true, outDir: folder, target: "node20", minify: false, rollupOptions: { input } },
  });
  process.env["TEST_SCRIPTS"] = folder; // Test processes inherit it.
  return () => rm(folder, { recursive: true, force: true });
}
