import { randomBytes, randomUUID } from "node:crypto";
import type { RequestHandler, Response } from "express";

/** What is fixed for one request at its first step. */
export type RequestFacts = {
  /** In the log, in the answer's `X-Request-Id` and on an error page: how a report of a fault finds its log line. */
  readonly id: string;
  /** Allows the scripts and styles of this one answer to run. */
  readonly nonce: string;
};

export const identifyRequest: RequestHandler = (request, response, next) => {
  const facts: RequestFacts = { id: randomUUID(), nonce: randomBytes(16).toString("base64") };
  Object.assign(response.locals, facts);
  response.setHeader("X-Request-Id", facts.id);
  // Nothing here reads it, and nothing further in may trust it.
  delete request.headers["x-forwarded-host"];
  next();
};

export const factsOf = (response: Response): RequestFacts => response.locals as RequestFacts;
