import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { createServices } from "../../../../app/services/create-services.server";
import { type Identity, type Role, VISITOR } from "../../../../app/access/identity";
import { departureCookie, partnerCookie, sessionCookie } from "../../../../app/server/session-cookie";
import { readSettings } from "../../../../app/server/settings";
import type { Services } from "../../../../app/services/services";

export type OpenPlanner = {
  readonly services: Services;
  /** What a loader or an action gets for a request. */
  readonly ask: (
    params: Readonly<Record<string, string>>,
    request?: Request,
    identity?: Identity,
  ) => LoaderFunctionArgs;
  /** One of the sample's people. Without a word about it, the commissioner asks. */
  readonly personOf: (role: Role) => Identity;
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
  const people = await services.people.listSamplePeople();
  const personOf = (role: Role): Identity => {
    const person = people.find((one) => one.role === role);
    return person === undefined ? VISITOR : { kind: "person", ...person };
  };
  const settings = readSettings({});
  return {
    services,
    personOf,
    ask: (params, request = new Request("http://127.0.0.1:3000/"), identity = personOf("commissioner")) => ({
      request,
      params,
      context: {
        ...{ services, identity, now, nonce: "n", requestId: "r", reportError },
        ...{ address: "127.0.0.1", origin: "http://127.0.0.1:3000", contact: null },
        ...{
          sessionCookie: sessionCookie(settings),
          partnerCookie: partnerCookie(settings),
          departureCookie: departureCookie(settings),
        },
      },
    }),
    close: async () => {
      await services.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A form with these fields, as a browser sends it. */
export const sentForm = (fields: Readonly<Record<string, string>>, url = "http://127.0.0.1:3000/"): Request =>
  new Request(url, { method: "POST", body: new URLSearchParams(fields) });

/** What a loader throws: a Response, such as "page not found". */
export async function thrownBy(answer: Promise<unknown>): Promise<Response> {
  const thrown = await answer.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(thrown instanceof Response)) throw new Error(`no Response was thrown but ${String(thrown)}`);
  return thrown;
}
