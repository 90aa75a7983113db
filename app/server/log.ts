import type { RequestHandler } from "express";
import type { Logger } from "pino";
import { factsOf } from "./request-facts";

/** One line an answer: no query string, no body, no address of the caller. */
export function logAnswers(log: Logger): RequestHandler {
  return (request, response, next) => {
    const start = performance.now();
    const { method, path } = request;
    response.on("close", () => {
      const milliseconds = Math.round(performance.now() - start);
      const status = response.statusCode;
      const line = { id: factsOf(response).id, method, path, status, milliseconds };
      if (response.writableFinished) log.info(line, "answered");
      else log.info(line, "broken off");
    });
    next();
  };
}

/** Our own faults carry the values at fault in their message; figures do not belong in a log, so they are masked. */
export function describeError(error: unknown): { name: string; message: string; at: readonly string[] } {
  if (!(error instanceof Error)) return { name: typeof error, message: "not an Error", at: [] };
  const lines = error.stack?.split("\n") ?? [];
  return {
    name: error.name,
    message: error.message.replace(/\d[\d,.]*/g, "#"),
    at: lines.map((line) => line.trim()).filter((line) => line.startsWith("at ")),
  };
}
