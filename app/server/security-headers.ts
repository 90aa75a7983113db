import type { RequestHandler, Response } from "express";
import helmet from "helmet";
import { factsOf } from "./request-facts";
import type { Settings } from "./settings";
import { isBehindTls } from "./settings";

const TWO_YEARS_IN_SECONDS = 63_072_000;

export function securityHeaders(settings: Settings): RequestHandler {
  const tls = isBehindTls(settings);
  const nonce = (_request: unknown, response: unknown) => `'nonce-${factsOf(response as Response).nonce}'`;
  // Vite's messages to the page while developing.
  const connectSrc = settings.production ? ["'self'"] : ["'self'", "ws:"];
  const handler = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", nonce],
        styleSrc: ["'self'", nonce],
        imgSrc: ["'self'", "data:"],
        // The grid's icons are a font inside its style sheet.
        fontSrc: ["'self'", "data:"],
        connectSrc,
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        ...(tls ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: tls ? { maxAge: TWO_YEARS_IN_SECONDS, includeSubDomains: false } : false,
    xFrameOptions: { action: "deny" },
    // With "no-referrer" a browser posts a form with `Origin: null`, which the Origin gate refuses.
    referrerPolicy: { policy: "same-origin" },
  });
  return (request, response, next) => handler(request, response, (error) => next(error));
}
