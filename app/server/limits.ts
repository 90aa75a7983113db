import express, { type ErrorRequestHandler, type Request, type RequestHandler } from "express";
import { rateLimit } from "express-rate-limit";
import { refuse } from "./refuse";

export const FORM_BYTES = 256 * 1024;
export const UPLOAD_BYTES = 10 * 1024 * 1024;
/** What is over a limit is read and thrown away, so that a browser gets to see the answer; but not without end. */
const MOST_BYTES_READ = 100 * 1024 * 1024;
const TRANSFERS_A_MINUTE = 120;

/** Uploads end in `/import`, downloads have a part `download`: one convention for limits and routes. */
const isUpload = (request: Request): boolean => /\/import\/?$/i.test(request.path);
const isDownload = (request: Request): boolean => /\/download\//i.test(decodeURIComponent(request.path));

/** Reads a body into `request.body` up to its limit, whether or not its length was declared. */
export function limitBody(): RequestHandler {
  const options = { type: () => true, inflate: false };
  const form: RequestHandler = express.raw({ ...options, limit: FORM_BYTES });
  const upload: RequestHandler = express.raw({ ...options, limit: UPLOAD_BYTES });
  return (request, response, next) => {
    cutOffEndless(request);
    (isUpload(request) ? upload : form)(request, response, next);
  };
}

export const answerBodyFaults: ErrorRequestHandler = (error, request, response, next) => {
  const { type } = (error ?? {}) as { readonly type?: unknown };
  if (type === "entity.too.large") {
    const [what, limit, advice] = isUpload(request)
      ? ["file", "10 MB", "Check that you chose the right file, go back and try again."]
      : ["form", "256 KB", "Go back, shorten what you entered, and try again."];
    refuse(request, response, {
      status: 413,
      title: `The ${what} is too large`,
      remedy: `The planner takes a ${what} of up to ${limit}. ${advice} Nothing was stored.`,
    });
  } else if (type === "encoding.unsupported") {
    refuse(request, response, {
      status: 415,
      title: "The planner cannot read this upload",
      remedy: "Send it without compression.",
    });
  } else if (type === "request.aborted" || type === "request.size.invalid") {
    response.destroy();
  } else next(error);
};

/** Uploads and downloads are the dear requests: a generous number for a person, few for a machine that runs wild. */
export function limitTransfers(): RequestHandler {
  const limiter = rateLimit({
    windowMs: 60_000,
    limit: TRANSFERS_A_MINUTE,
    standardHeaders: "draft-8",
    legacyHeaders: false,
    validate: { xForwardedForHeader: false },
    handler: (request, response) =>
      refuse(request, response, {
        status: 429,
        title: "Too many files in a short time",
        remedy: "Wait a minute, then try again.",
      }),
  });
  return (request, response, next) => {
    const isTransfer = request.method === "GET" ? isDownload(request) : isUpload(request);
    if (isTransfer) limiter(request, response, next);
    else next();
  };
}

function cutOffEndless(request: Request): void {
  let bytes = 0;
  request.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MOST_BYTES_READ) request.destroy();
  });
}
