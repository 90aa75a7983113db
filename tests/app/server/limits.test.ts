import { connect } from "node:net";
import { describe, expect, test } from "vitest";
import { FORM_BYTES, UPLOAD_BYTES } from "../../../app/server/limits";
import { runApp } from "./running-app";

const UPLOAD = "/plans/llr/import";
const FORM = "/plans/llr/scenarios/s1/lots";

/** An app whose pages answer with the number of bytes that reached them. */
const runMeasuring = () =>
  runApp({
    handlePage: async (request) => new Response(String((await request.arrayBuffer()).byteLength)),
  });

describe.each([
  ["with its length", false],
  ["without its length", true],
])("a body sent %s", (_how, chunked) => {
  test.each([
    ["form", FORM, FORM_BYTES],
    ["upload", UPLOAD, UPLOAD_BYTES],
  ])("a %s comes in up to its limit, whole", async (_what, path, limit) => {
    const { ask, origin } = await runMeasuring();
    const answer = await ask(path, {
      method: "POST",
      headers: { origin },
      body: Buffer.alloc(limit, "x"),
      chunked,
    });
    expect(answer).toMatchObject({ status: 200, body: String(limit) });
  });

  test.each([
    ["form", FORM, FORM_BYTES],
    ["upload", UPLOAD, UPLOAD_BYTES],
    ["upload of 50 MB", UPLOAD, 50 * 1024 * 1024],
  ])("a %s over its limit is answered with what to do", async (_what, path, limit) => {
    const { ask, origin } = await runMeasuring();
    const body = Buffer.alloc(limit + 1, "x");
    const answer = await ask(path, { method: "POST", headers: { origin }, body, chunked });
    expect(answer.status).toBe(413);
    expect(answer.body).toContain("Nothing was stored");
  });
});

test("a body that claims more than a hundred times the limit is cut off, and the planner lives", async () => {
  const { ask, origin } = await runMeasuring();
  const port = Number(new URL(origin).port);
  const socket = connect(port, "127.0.0.1");
  const closed = new Promise((resolve) => socket.on("error", resolve).on("close", resolve));
  socket.write(
    `POST ${UPLOAD} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: ${origin}\r\nContent-Length: 9999999999\r\n\r\n`,
  );
  const chunk = Buffer.alloc(1024 * 1024, "x");
  const send = (): void => {
    if (!socket.destroyed) socket.write(chunk, () => setImmediate(send));
  };
  send();
  await closed;
  expect((await ask("/health")).status).toBe(200);
});

test("a compressed body, whose true size nobody knows, is refused", async () => {
  const { ask, origin } = await runMeasuring();
  const headers = { origin, "content-encoding": "gzip" };
  expect((await ask(FORM, { method: "POST", headers, body: "x" })).status).toBe(415);
});

test("too large a form sent by the page itself is answered in words that the page shows", async () => {
  const { ask, origin } = await runMeasuring();
  const body = Buffer.alloc(FORM_BYTES + 1, "x");
  const answer = await ask(`${FORM}?_data=routes%2Flots`, { method: "POST", headers: { origin }, body });
  expect(answer.headers["x-remix-catch"]).toBe("yes");
  expect(answer.body).toMatch(/^The form is too large\./);
});

test("the method GET brings no body, whatever it claims", async () => {
  const { ask } = await runMeasuring();
  const answer = await ask(FORM, { headers: { "content-length": "3" }, body: "abc" });
  expect(answer).toMatchObject({ status: 200, body: "0" });
});

test.each([
  "/plans/llr/scenarios/s1/download/workbook.xlsx",
  "/plans/llr/scenarios/s1/%64ownload/workbook.xlsx",
])("a machine that fetches %s without end is slowed down; pages stay open", async (path) => {
  const { ask } = await runMeasuring();
  const statuses: number[] = [];
  for (let time = 0; time < 121; time++) statuses.push((await ask(path)).status);
  expect(statuses.slice(0, 120).every((status) => status === 200)).toBe(true);
  expect(statuses[120]).toBe(429);
  expect((await ask("/plans")).status).toBe(200);
});
