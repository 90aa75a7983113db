import { expect, test } from "vitest";
import { type Answer, runApp } from "./running-app";

const policyOf = ({ headers }: Answer): string => String(headers["content-security-policy"]);

const BROKEN = () => Promise.reject(new Error("a price of 123,456 went wrong"));

test.each([
  ["a page", "/plans", {}],
  ["the answer that the planner is alive", "/health", {}],
  ["the answer that the planner is ready", "/ready", {}],
  ["a refused request", "/plans", { method: "POST" }],
  ["a request for another host", "/plans", { headers: { host: "evil.example" } }],
])("%s carries the headers that protect it", async (_what, path, wishes) => {
  const { ask } = await runApp();
  const { headers } = await ask(path, wishes);
  expect(headers).toMatchObject({
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cache-control": "no-store",
  });
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(headers["x-powered-by"]).toBeUndefined();
});

test("the content security policy allows nothing unsafe, and a new nonce for each answer", async () => {
  const { ask } = await runApp();
  const [first, second] = [policyOf(await ask("/plans")), policyOf(await ask("/plans"))];
  expect(first).not.toMatch(/unsafe-/);
  expect(first).toMatch(/script-src 'self' 'nonce-[\w+/=]{20,}'/);
  expect(first).not.toBe(second);
});

test("the page gets the nonce that its policy names", async () => {
  const handlePage = (_request: Request, { nonce }: { nonce: string }) =>
    Promise.resolve(new Response(nonce));
  const answer = await (await runApp({ handlePage })).ask("/plans");
  expect(policyOf(answer)).toContain(`'nonce-${answer.body}'`);
});

test("browsers are told to stay with TLS only where the planner is behind it", async () => {
  const plain = await (await runApp()).ask("/plans");
  expect(plain.headers["strict-transport-security"]).toBeUndefined();
  const behindTls = await runApp({ environment: { ORIGIN: "https://planner.example.gov.uk" } });
  const answer = await behindTls.ask("/plans", { headers: { host: "planner.example.gov.uk" } });
  expect(answer.status).toBe(200);
  expect(answer.headers["strict-transport-security"]).toBe("max-age=63072000");
});

test("each answer has an id of its own, which the log has too", async () => {
  const { ask, logged } = await runApp();
  const { headers } = await ask("/plans?name=secret", { headers: { "x-request-id": "mine" } });
  const id = String(headers["x-request-id"]);
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(logged.join("")).toContain(id);
  expect(logged.join("")).not.toContain("secret");
});

test("a fault shows its reference and nothing of the inside, and its log line has no figures", async () => {
  const { ask, logged } = await runApp({ handlePage: BROKEN });
  const { status, headers, body } = await ask("/plans");
  expect(status).toBe(500);
  expect(body).toContain(String(headers["x-request-id"]));
  expect(body).not.toMatch(/123,456|\bat .*:\d|\.ts/);
  expect(logged.join("")).toContain("a price of # went wrong");
  expect(logged.join("")).not.toContain("123,456");
});

test("a fault in a data request reaches the page that asked, in words", async () => {
  const { headers, body } = await (await runApp({ handlePage: BROKEN })).ask("/plans?_data=routes%2Fplans");
  expect(headers["x-remix-catch"]).toBe("yes");
  expect(body).toMatch(/^Something went wrong in the planner\./);
});

test("cookies of a page arrive one by one", async () => {
  const answer = new Response(null, {
    status: 204,
    headers: [
      ["set-cookie", "a=1"],
      ["set-cookie", "b=2"],
    ],
  });
  const { headers } = await (await runApp({ handlePage: () => Promise.resolve(answer) })).ask("/plans");
  expect(headers["set-cookie"]).toEqual(["a=1", "b=2"]);
});

test("the planner says whether it is alive, and ready once its database answers", async () => {
  const ready = await runApp();
  expect(await ready.ask("/health")).toMatchObject({ status: 200, body: "alive" });
  expect(await ready.ask("/ready")).toMatchObject({ status: 200, body: "ready" });
  const waiting = await runApp({ isReady: () => Promise.resolve(false) });
  expect(await waiting.ask("/health")).toMatchObject({ status: 200 });
  expect(await waiting.ask("/ready")).toMatchObject({ status: 503, body: "not ready" });
  const broken = await runApp({ isReady: () => Promise.reject(new Error("no database")) });
  expect(await broken.ask("/ready")).toMatchObject({ status: 503, body: "not ready" });
});

test("a balancer may ask for health by any name", async () => {
  const { ask } = await runApp();
  expect((await ask("/health", { headers: { host: "10.0.0.7" } })).status).toBe(200);
});
