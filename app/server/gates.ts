import type { Request, RequestHandler } from "express";
import { refuse } from "./refuse";
import { ownOrigins, type Settings } from "./settings";

const KNOWN_METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** Only requests for this planner's own name come in; a name that someone else points here does not. */
export function hostGate(settings: Settings): RequestHandler {
  return (request, response, next) => {
    const own = originsOf(settings, request);
    const host = request.headers.host ?? "";
    if (!own.some((origin) => new URL(origin).host === host.toLowerCase())) {
      refuse(request, response, {
        status: 421,
        title: "This is not the planner's address",
        remedy: `Open the planner at ${own[0] ?? "its own address"}.`,
      });
    } else if (!isReadable(request)) {
      refuse(request, response, {
        status: 400,
        title: "The planner cannot read this request",
        remedy: "Start again from the plans.",
      });
    } else next();
  };
}

function isReadable({ originalUrl, path, method }: Request): boolean {
  try {
    decodeURIComponent(path);
  } catch {
    return false;
  }
  return originalUrl.startsWith("/") && KNOWN_METHODS.includes(method);
}

/**
 * A request that may change something has to come from the planner's own pages: from its exact Origin or, where a
 * browser sends none, with its word that the page is of the same origin. It stands before Remix, whose own check lets
 * data requests and resource routes through.
 */
export function originGate(settings: Settings): RequestHandler {
  return (request, response, next) => {
    if (request.method === "GET" || request.method === "HEAD" || comesFromOwnPage(settings, request)) next();
    else {
      refuse(request, response, {
        status: 403,
        title: "The planner did not accept this",
        remedy:
          "The request did not come from the planner's own pages. Open the planner and try again there.",
      });
    }
  };
}

function comesFromOwnPage(settings: Settings, request: Request): boolean {
  const origin = request.headers.origin;
  if (origin === undefined) return request.headers["sec-fetch-site"] === "same-origin";
  return originsOf(settings, request).includes(origin) && isSameHost(origin, request);
}

/** `localhost` and `127.0.0.1` are two origins, though both are ours. */
const isSameHost = (origin: string, request: Request): boolean =>
  new URL(origin).host === request.headers.host;

const originsOf = (settings: Settings, request: Request): readonly string[] =>
  ownOrigins(settings, request.socket.localPort);
