import { buildScripts } from "../../support/build-scripts";

/** Builds the programs that the database tests start as processes of their own; see scripts.ts. */
export default async function buildDbScripts() {
  const { folder, remove } = await buildScripts({
    writer: "tests/db/support/writer.ts",
    commands: "db/commands.ts",
  });
  process.env["TEST_SCRIPTS"] = folder; // Test processes inherit it.
  return remove;
}
