import compression from "compression";
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from "express";
import type { Logger } from "pino";
import type { Services } from "../services/services";
import { admit } from "./admit";
import type { FindRoute } from "./find-route";
import { hostGate, originGate } from "./gates";
import type { Identify } from "./identify";
import { answerBodyFaults, limitBody, limitTransfers } from "./limits";
import { describeError, logAnswers } from "./log";
import { answerWithPage, type PageHandler } from "./pages";
import { refuse } from "./refuse";
import { factsOf, identifyRequest } from "./request-facts";
import { securityHeaders } from "./security-headers";
import { departureCookie, partnerCookie, sessionCookie } from "./session-cookie";
import type { Settings } from "./settings";

export type AppParts = {
  readonly settings: Settings;
  readonly log: Logger;
  readonly services: Services;
  /** Whether the database answers. */
  readonly isReady: () => Promise<boolean>;
  readonly now: () => Date;
  /** Scripts, styles and pictures: from the build, or from Vite while developing. */
  readonly files: RequestHandler;
  readonly handlePage: PageHandler;
  readonly findRoute: FindRoute;
  readonly identify: Identify;
};

/** The road of a request, in order. Nothing starts here: the caller listens. */
export function createApp(parts: AppParts): Express {
  const { settings, log } = parts;
  const app = express();
  app.disable("x-powered-by").set("trust proxy", settings.proxies);

  app.use(identifyRequest, logAnswers(log), securityHeaders(settings));
  app.get("/health", answerHealth).get("/ready", answerReadiness(parts));
  app.use(hostGate(settings), originGate(settings));
  app.use(compression(), parts.files, keepOutOfCaches);
  app.use(limitTransfers(), limitBody(), answerBodyFaults);
  app.use(answerPages(parts));
  app.use(answerFaults(log));
  return app;
}

const keepOutOfCaches: RequestHandler = (_request, response, next) => {
  response.setHeader("Cache-Control", "no-store");
  next();
};

const answerHealth: RequestHandler = (_request, response) => {
  response.set("Cache-Control", "no-store").type("text").send("alive");
};

function answerReadiness({ isReady, log }: AppParts): RequestHandler {
  return (_request, response) => {
    response.set("Cache-Control", "no-store").type("text");
    isReady().then(
      (ready) => response.status(ready ? 200 : 503).send(ready ? "ready" : "not ready"),
      (error: unknown) => {
        log.error({ id: factsOf(response).id, error: describeError(error) }, "not ready");
        response.status(503).send("not ready");
      },
    );
  };
}

function answerPages(parts: AppParts): RequestHandler {
  const { handlePage, services, log } = parts;
  const cookies = {
    sessionCookie: sessionCookie(parts.settings),
    partnerCookie: partnerCookie(parts.settings),
    departureCookie: departureCookie(parts.settings),
  };
  return (request, response, next) => {
    const { id, nonce } = factsOf(response);
    const reportError = (error: unknown): void => log.error({ id, error: describeError(error) }, "fault");
    const answer = async (): Promise<void> => {
      const identity = await admit(parts, request, response);
      if (identity === null) return;
      const context = {
        ...{ services, identity, nonce, now: parts.now(), requestId: id, reportError },
        ...{ address: request.ip ?? "", ...cookies },
        contact: parts.settings.contact,
        origin: parts.settings.origin ?? `${request.protocol}://${request.headers.host ?? ""}`,
      };
      await answerWithPage(handlePage, { request, response, context });
    };
    answer().catch(next);
  };
}

function answerFaults(log: Logger): ErrorRequestHandler {
  return (error, request, response, _next) => {
    if (response.destroyed) return;
    log.error({ id: factsOf(response).id, error: describeError(error) }, "fault");
    refuse(request, response, {
      status: 500,
      title: "Something went wrong in the planner",
      remedy:
        "What you entered may not have been saved. Go back and try again; if it happens again, report the reference below.",
    });
  };
}
