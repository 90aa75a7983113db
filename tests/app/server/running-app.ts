import { request as httpRequest, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { type Logger, pino } from "pino";
import { afterEach } from "vitest";
import type { Identity } from "../../../app/access/identity";
import { type AppParts, createApp } from "../../../app/server/create-app";
import { readSettings } from "../../../app/server/settings";
import type { Services } from "../../../app/services/services";

export type Answer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The body byte for byte: a file. */
  readonly bytes: Buffer;
};

export type RunningApp = {
  readonly origin: string;
  /** The lines that the server logged. */
  readonly logged: readonly string[];
  readonly ask: (path: string, wishes?: Wishes) => Promise<Answer>;
};

export type Wishes = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Sends the body in chunks, without saying how long it is. */
  readonly chunked?: boolean;
};

/** Who asks unless a test says otherwise: somebody who may read and change plans. */
export const COMMISSIONER: Identity = {
  ...{ kind: "person", id: "ann", name: "Ann", email: "ann@example.gov.uk" },
  ...{ role: "commissioner", isSample: false },
};

const running: Server[] = [];

afterEach(async () => {
  await Promise.all(
    running.splice(0).map((server) => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    }),
  );
});

/** The planner's own server on a free port, in front of pages that the test gives. */
export async function runApp({
  environment = {},
  ...parts
}: Partial<AppParts> & {
  readonly environment?: Readonly<Record<string, string>>;
} = {}): Promise<RunningApp> {
  const logged: string[] = [];
  const log: Logger = pino({ base: null }, { write: (line: string) => logged.push(line) });
  const app = createApp({
    settings: readSettings({ NODE_ENV: "production", ...environment }),
    log,
    services: {} as Services,
    isReady: () => Promise.resolve(true),
    now: () => new Date("2015-04-01T09:00:00Z"),
    files: express.Router(),
    handlePage: () => Promise.resolve(new Response("the page")),
    findRoute: () => Promise.resolve("routes/plans.$plan.import"),
    identify: () => Promise.resolve(COMMISSIONER),
    ...parts,
  });
  const server = app.listen(0, "127.0.0.1");
  running.push(server);
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    logged,
    ask: (path, wishes) => ask({ port, path }, wishes),
  };
}

function ask({ port, path }: { port: number; path: string }, wishes: Wishes = {}): Promise<Answer> {
  const { method = "GET", headers = {}, body = "", chunked = false } = wishes;
  const length = chunked ? { "transfer-encoding": "chunked" } : { "content-length": Buffer.byteLength(body) };
  const declared = method === "GET" || method === "HEAD" ? {} : length;
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: "127.0.0.1", port, path, method, headers: { ...declared, ...headers } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk)).on("error", reject);
        response.on("end", () => {
          const bytes = Buffer.concat(chunks);
          const { statusCode: status = 0, headers: answered } = response;
          resolve({ status, headers: answered, body: bytes.toString("utf8"), bytes });
        });
      },
    );
    request.on("error", reject).end(body);
  });
}
