import { pathToFileURL } from "node:url";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { beforeAll, describe, expect, test } from "vitest";
import { findRouteIn } from "../../app/server/find-route";
import type { Services } from "../../app/services/services";
import { type RunningApp, runApp } from "../app/server/running-app";

/** The built pages over a memory that fails, with a message that nobody outside should see. */
const FAILING = new Proxy({} as Services, {
  get: () => () => Promise.reject(new Error("the price of the joint lot is 123,456")),
});

let build: ServerBuild;
beforeAll(async () => {
  build = (await import(pathToFileURL("build/server/index.js").href)) as ServerBuild;
});

const runFailing = (): Promise<RunningApp> =>
  runApp({
    services: FAILING,
    handlePage: createRequestHandler(build, "production"),
    findRoute: findRouteIn(() => Promise.resolve(build)),
  });

describe("when the planner itself fails", () => {
  test.each(["/plans", "/plans/llr-2015/scenarios/llr-2015-s1", "/plans/llr-2015/import"])(
    "%s shows a page with a reference, and nothing of the inside",
    async (path) => {
      const { ask, logged } = await runFailing();
      const { status, headers, body } = await ask(path);
      expect(status).toBe(500);
      expect(body).toContain("Something went wrong in the planner");
      expect(body).toContain(`Reference: ${String(headers["x-request-id"])}`);
      expect(body).not.toMatch(/123,456|\bat .*:\d+:\d+|node_modules/);
      expect(logged.join("")).toContain(String(headers["x-request-id"]));
      expect(logged.join("")).not.toContain("123,456");
    },
  );

  test("a data request tells the page its reference, and nothing of the inside", async () => {
    const { ask } = await runFailing();
    const { status, headers, body } = await ask("/plans?index&_data=routes%2Fplans._index");
    expect(status).toBe(500);
    expect(JSON.parse(body)).toEqual({ message: `Reference: ${String(headers["x-request-id"])}` });
  });

  test("a download is answered with 500 and nothing of the inside", async () => {
    const { status, body } = await (await runFailing()).ask(
      "/plans/llr-2015/scenarios/llr-2015-s1/download/scenario.json",
    );
    expect(status).toBe(500);
    expect(body).not.toContain("123,456");
  });
});

describe("an address that means nothing", () => {
  test.each([
    ["a word", "/none", 404],
    ["a broken sign", "/plans/%", 400],
    ["a sign without a picture", "/none/%00", 404],
    ["a way out", "/none/..%2f..%2fetc", 404],
    ["five thousand letters", `/${"x".repeat(5000)}`, 404],
  ])("%s is answered in words", async (_what, path, expected) => {
    const { status, body } = await (await runFailing()).ask(path);
    expect(status).toBe(expected);
    expect(body).not.toMatch(/\bat .*:\d+:\d+|node_modules/);
  });

  test("data of a page that does not exist is not found", async () => {
    const { status } = await (await runFailing()).ask("/plans?_data=routes%2Fnone");
    expect([400, 403, 404]).toContain(status);
  });
});

test("a data request that posts from elsewhere never reaches the page", async () => {
  const { ask, logged } = await runFailing();
  const answer = await ask("/plans/llr-2015/import?_data=routes%2Fplans.%24plan.import", {
    method: "POST",
    headers: { origin: "https://evil.example" },
  });
  expect(answer.status).toBe(403);
  expect(logged.join("")).not.toContain("fault");
});

test("the page's scripts carry the nonce of its policy, each one", async () => {
  const { ask } = await runFailing();
  const { headers, body } = await ask("/none");
  const nonce = /'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1] ?? "";
  const scripts = body.match(/<script[^>]*>/g) ?? [];
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([]);
  expect(body).not.toMatch(/ style=| on\w+=/);
});
