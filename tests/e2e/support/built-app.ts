import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { findRouteIn } from "../../../app/server/find-route";
import { identifyBy } from "../../../app/server/identify";
import { partnerCookie, sessionCookie } from "../../../app/server/session-cookie";
import { readSettings } from "../../../app/server/settings";
import { createServices } from "../../../app/services/create-services.server";
import type { Services } from "../../../app/services/services";
import { type RunningApp, runApp } from "../../app/server/running-app";

export const NOW = "2015-04-01T09:00:00.000Z";
export const PEOPLE_COOKIE = sessionCookie(readSettings({}));
export const PARTNER_COOKIE = partnerCookie(readSettings({}));

/** A route with an address, and the id of the page that answers there. */
export type Leaf = { readonly path: string; readonly id: string | null };

/** The built planner in this process, with its own database, to be asked over HTTP. */
export type BuiltApp = {
  readonly services: Services;
  /** Listens until the test that called it is over. */
  readonly run: () => Promise<RunningApp>;
  /** Every route that the build lists, but the splat of addresses that mean nothing; its parameters filled in. */
  readonly leavesWith: (addresses: Readonly<Record<string, string>>) => Promise<readonly Leaf[]>;
  readonly close: () => Promise<void>;
};

export async function openBuiltApp(): Promise<BuiltApp> {
  const folder = mkdtempSync(join(tmpdir(), "planner-built-"));
  const build = (await import(pathToFileURL("build/server/index.js").href)) as ServerBuild;
  const services = await createServices({ PLANNER_DATA: folder }, NOW);
  const findRoute = findRouteIn(() => Promise.resolve(build));
  return {
    services,
    run: () =>
      runApp({
        ...{ services, findRoute },
        handlePage: createRequestHandler(build, "production"),
        identify: identifyBy(services, { session: PEOPLE_COOKIE, partner: PARTNER_COOKIE }),
      }),
    leavesWith: (addresses) =>
      Promise.all(
        pathsOf(build).map(async (path) => {
          const filled = path.replaceAll(/:(\w+)/g, (_all, name: string) => addresses[name] ?? "some");
          return { path: filled, id: (await findRoute(filled)) ?? null };
        }),
      ),
    close: async () => {
      await services.close();
      rmSync(folder, { recursive: true });
    },
  };
}

function pathsOf({ routes }: ServerBuild): string[] {
  return Object.values(routes).flatMap((route) => {
    if (route.id === "root" || route.id === "routes/$") return [];
    const parts = [route.path ?? ""];
    for (let id = route.parentId; id !== undefined; id = routes[id]?.parentId) {
      parts.unshift(routes[id]?.path ?? "");
    }
    return [`/${parts.filter((part) => part !== "").join("/")}`];
  });
}
