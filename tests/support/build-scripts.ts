import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { build } from "vite";

const CACHE = "node_modules/.cache"; // From here the scripts find the packages.

/** Programs, each by its name, as files of their own in a folder, so that many processes of them start quickly. */
export async function buildScripts(
  programs: Readonly<Record<string, string>>,
): Promise<{ readonly folder: string; readonly remove: () => Promise<void> }> {
  await mkdir(CACHE, { recursive: true });
  const folder = await mkdtemp(`${CACHE}/planner-scripts-`);
  await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    ssr: { noExternal: ["kysely", "zod"] },
    build: {
      ...{ ssr: true, outDir: folder, target: "node20", minify: false },
      rollupOptions: { input: programs },
    },
  });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
