import type { Server } from "node:http";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import closeWithGrace from "close-with-grace";
import type { RequestHandler } from "express";
import { type Logger, pino } from "pino";
import { passwordLinkPath } from "../access/password-link";
import { createServices } from "../services/create-services.server";
import type { Services } from "../services/services";
import { createApp } from "./create-app";
import { serveFiles } from "./files";
import { type FindRoute, findRouteIn } from "./find-route";
import { identifyBy } from "./identify";
import { describeError } from "./log";
import type { PageHandler } from "./pages";
import { partnerCookie, sessionCookie } from "./session-cookie";
import { isThisMachineOnly, readSettings, type Settings, SettingsError } from "./settings";

/** Starts the planner: `npm start` serves what was built, `npm run dev` builds each page as it is asked for. */
async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const pages = settings.production ? await loadBuild() : await startVite();
  const log = pino({ level: settings.logLevel, base: null }, pino.destination(2));
  const services = await createServices(process.env);
  const app = createApp({
    settings,
    log,
    services,
    ...pages,
    identify: identifyBy(services, { session: sessionCookie(settings), partner: partnerCookie(settings) }),
    isReady: () => services.isReady(),
    now: () => new Date(),
  });
  const server = await listen(app, settings);
  const address = addressOf(server, settings);
  console.log(`Commissioning planner: ${address}`);
  await sayFirstLink({ services, settings, address });
  stopWithGrace({ server, log, closeServices: () => services.close() });
}

/** Nobody administers this planner yet: whoever reads this console may, by a link that opens once. */
async function sayFirstLink(parts: {
  readonly services: Services;
  readonly settings: Settings;
  readonly address: string;
}): Promise<void> {
  const { people } = parts.services;
  const hasSample = isThisMachineOnly(parts.settings) && (await people.listSamplePeople()).length > 0;
  const token = hasSample ? null : await people.firstAdministratorLink(new Date().toISOString());
  if (token === null) return;
  console.log(`No administrator yet. Open this link within a day, once, to become it:
${parts.address}${passwordLinkPath(token)}`);
}

type Pages = {
  readonly files: RequestHandler;
  readonly handlePage: PageHandler;
  readonly findRoute: FindRoute;
};

async function loadBuild(): Promise<Pages> {
  const folder = fileURLToPath(new URL("../../build/", import.meta.url));
  const build = (await import(pathToFileURL(`${folder}server/index.js`).href)) as ServerBuild;
  return {
    files: serveFiles(`${folder}client`),
    handlePage: createRequestHandler(build, "production"),
    findRoute: findRouteIn(() => Promise.resolve(build)),
  };
}

async function startVite(): Promise<Pages> {
  const { createServer } = await import("vite");
  const vite = await createServer({ server: { middlewareMode: true }, appType: "custom" });
  const load = (): Promise<ServerBuild> =>
    vite.ssrLoadModule("virtual:remix/server-build") as Promise<unknown> as Promise<ServerBuild>;
  return {
    files: vite.middlewares,
    handlePage: createRequestHandler(load, "development"),
    findRoute: findRouteIn(load),
  };
}

function listen(app: ReturnType<typeof createApp>, { host, port }: Settings): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(port, host);
    server.requestTimeout = 120_000;
    server.headersTimeout = 20_000;
    server.once("listening", () => resolve(server)).once("error", reject);
  });
}

function addressOf(server: Server, { host, origin }: Settings): string {
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return origin ?? `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

/** Lets the answers under way finish, then closes the database. */
function stopWithGrace({
  server,
  log,
  closeServices,
}: {
  readonly server: Server;
  readonly log: Logger;
  readonly closeServices: () => Promise<void>;
}): void {
  closeWithGrace({ delay: 10_000, logger: false }, async ({ err }) => {
    if (err !== undefined) log.fatal({ error: describeError(err) }, "stopped by a fault");
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeIdleConnections();
    });
    await closeServices();
  });
}

function explain(error: unknown): string {
  if (error instanceof SettingsError) return error.message;
  const { code, port, message } = error as { code?: string; port?: number; message?: string };
  if (code === "EADDRINUSE") {
    return `Port ${port ?? ""} is taken by another program. Stop it, or choose another port: PORT=${(port ?? 3000) + 1} npm start`;
  }
  if (code === "EACCES")
    return `Port ${port ?? ""} is not open to you. Choose one above 1024: PORT=3000 npm start`;
  if (code === "ERR_MODULE_NOT_FOUND" && message?.includes("/build/server/")) {
    return "The planner is not built yet. Run: npm run build";
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

try {
  await main();
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}
