import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { createServices } from "../../../../app/services/create-services.server";
import type { Services } from "../../../../app/services/services";

export type OpenPlanner = {
  readonly services: Services;
  /** What a loader or an action gets for a request. */
  readonly ask: (params: Readonly<Record<string, string>>, request?: Request) => LoaderFunctionArgs;
  readonly close: () => Promise<void>;
};

/** The planner without its server, on a database of its own with the sample plans in it. */
export async function openPlanner(): Promise<OpenPlanner> {
  const folder = mkdtempSync(join(tmpdir(), "planner-routes-"));
  const now = new Date("2015-04-01T09:00:00Z");
  const services = await createServices({ PLANNER_DATA: folder }, now.toISOString());
  const reportError = (error: unknown): void => {
    throw error;
  };
  return {
    services,
    ask: (params, request = new Request("http://127.0.0.1:3000/")) => ({
      request,
      params,
      context: { services, now, nonce: "n", requestId: "r", reportError },
    }),
    close: async () => {
      await services.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** What a loader throws: a Response, such as "page not found". */
export async function thrownBy(answer: Promise<unknown>): Promise<Response> {
  const thrown = await answer.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(thrown instanceof Response)) throw new Error(`no Response was thrown but ${String(thrown)}`);
  return thrown;
}
