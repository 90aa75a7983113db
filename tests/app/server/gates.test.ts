import { describe, expect, test } from "vitest";
import { runApp } from "./running-app";

/** An app whose pages count how often they are reached. */
async function runCounting(environment: Readonly<Record<string, string>> = {}) {
  const reached: string[] = [];
  const app = await runApp({
    environment,
    handlePage: (request) => {
      reached.push(`${request.method} ${request.url}`);
      return Promise.resolve(new Response("done"));
    },
  });
  return { ...app, reached };
}

const PATHS = [
  "/plans/llr/import",
  "/plans/llr/import?_data=routes%2Fplans.%24plan.import",
  "/plans/llr/scenarios/s1/download/workbook.xlsx",
];

describe("a request that may change something", () => {
  test.each(
    PATHS.flatMap((path) =>
      ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"].map((method) => [method, path] as const),
    ),
  )("%s %s comes in from the planner's own origin", async (method, path) => {
    const { ask, origin, reached } = await runCounting();
    expect(await ask(path, { method: method, headers: { origin } })).toMatchObject({
      status: 200,
    });
    expect(reached).toEqual([`${method} ${origin}${path}`]);
  });

  test.each(PATHS)(
    "comes in to %s without an Origin when the browser says that the page is ours",
    async (path) => {
      const { ask } = await runCounting();
      expect(await ask(path, { method: "POST", headers: { "sec-fetch-site": "same-origin" } })).toMatchObject(
        {
          status: 200,
        },
      );
    },
  );

  const FOREIGN: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ["with neither Origin nor word of the browser", {}],
    ["from another site", { origin: "https://evil.example" }],
    ["from a page without an origin", { origin: "null" }],
    ["from another port", { origin: "http://127.0.0.1:1" }],
    ["from a name that only begins like ours", { origin: "http://127.0.0.1.evil.example" }],
    ["with an empty Origin", { origin: "" }],
    ["with an Origin that is no address", { origin: "]" }],
    ["from the same site but another origin", { "sec-fetch-site": "same-site" }],
    ["from another site by the browser's word", { "sec-fetch-site": "cross-site" }],
    ["typed in by the browser's word", { "sec-fetch-site": "none" }],
    [
      "from another site that claims ours",
      { origin: "https://evil.example", "sec-fetch-site": "same-origin" },
    ],
    ["with a forwarded host", { origin: "https://evil.example", "x-forwarded-host": "evil.example" }],
  ];
  test.each(FOREIGN.flatMap(([who, headers]) => PATHS.map((path) => [who, path, headers] as const)))(
    "%s is refused at %s",
    async (_who, path, headers) => {
      const { ask, reached } = await runCounting();
      expect((await ask(path, { method: "POST", headers })).status).toBe(403);
      expect(reached).toEqual([]);
    },
  );

  test("needs the very name under which the page was opened", async () => {
    const { ask, origin } = await runCounting();
    const port = new URL(origin).port;
    const asLocalhost = { host: `localhost:${port}`, origin: `http://localhost:${port}` };
    expect((await ask("/plans", { method: "POST", headers: asLocalhost })).status).toBe(200);
    expect((await ask("/plans", { method: "POST", headers: { origin: asLocalhost.origin } })).status).toBe(
      403,
    );
  });
});

test.each(["GET", "HEAD"])("%s needs no Origin, from wherever the link was followed", async (method) => {
  const { ask } = await runCounting();
  expect((await ask("/plans", { method, headers: { origin: "https://elsewhere.example" } })).status).toBe(
    200,
  );
});

test("a name that someone else points at this machine is refused, so that their page cannot read ours", async () => {
  const { ask, reached } = await runCounting();
  expect((await ask("/plans", { headers: { host: "evil.example" } })).status).toBe(421);
  expect(reached).toEqual([]);
});

test("the address of a page does not follow a forwarded host", async () => {
  const { ask, origin, reached } = await runCounting();
  await ask("/plans", { headers: { "x-forwarded-host": "evil.example:99" } });
  expect(reached).toEqual([`GET ${origin}/plans`]);
});

test("an address that starts with two slashes stays on this host", async () => {
  const { ask, origin, reached } = await runCounting();
  await ask("//evil.example/plans");
  expect(reached).toEqual([`GET ${origin}//evil.example/plans`]);
});

test.each(["http://evil.example/plans", "*"])("a request for %s is refused", async (path) => {
  const { ask, origin } = await runCounting();
  expect((await ask(path, { method: "OPTIONS", headers: { origin } })).status).toBe(400);
});

test("behind a proxy with TLS, the planner's public address is its own and the local one is not", async () => {
  const { ask, origin } = await runCounting({ ORIGIN: "https://planner.example.gov.uk" });
  const headers = { host: "planner.example.gov.uk", origin: "https://planner.example.gov.uk" };
  expect((await ask("/plans", { method: "POST", headers })).status).toBe(200);
  expect((await ask("/plans", { method: "POST", headers: { ...headers, origin } })).status).toBe(403);
});
