import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import type { AppLoadContext } from "@remix-run/node";
import type express from "express";

/** Remix, seen from the server: a request and what its pages may use, in; an answer, out. */
export type PageHandler = (request: Request, context: AppLoadContext) => Promise<Response>;

/**
 * Our own bridge from Express to Remix. The body arrives already read and within its limit; the stock adapter hands
 * Remix a stream without one, and builds the address from a header that anybody can send.
 */
export async function answerWithPage(
  handlePage: PageHandler,
  {
    request,
    response,
    context,
  }: { request: express.Request; response: express.Response; context: AppLoadContext },
): Promise<void> {
  const answer = await handlePage(toPageRequest(request, response), context);
  response.status(answer.status);
  for (const [name, value] of answer.headers) {
    if (name !== "set-cookie") response.setHeader(name, value);
  }
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader("Set-Cookie", cookies);
  if (answer.body === null) response.end();
  else await pipeline(Readable.fromWeb(answer.body as ReadableStream), response);
}

function toPageRequest(request: express.Request, response: express.Response): Request {
  const origin = `${request.protocol}://${request.headers.host ?? "localhost"}`;
  const abort = new AbortController();
  response.on("close", () => {
    if (!response.writableFinished) abort.abort();
  });
  return new Request(`${origin}${request.originalUrl}`, {
    method: request.method,
    headers: toHeaders(request),
    signal: abort.signal,
    body: bodyOf(request),
  });
}

function bodyOf(request: express.Request): Buffer<ArrayBuffer> | null {
  const mayHaveBody = request.method !== "GET" && request.method !== "HEAD";
  return mayHaveBody && Buffer.isBuffer(request.body) ? (request.body as Buffer<ArrayBuffer>) : null;
}

function toHeaders(request: express.Request): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const text of [value ?? []].flat()) headers.append(name, text);
  }
  return headers;
}
