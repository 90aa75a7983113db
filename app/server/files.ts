import { join } from "node:path";
import express, { type RequestHandler } from "express";

/** The built scripts, styles and pictures. Those under `assets` carry a hash in their name and never change. */
export function serveFiles(folder: string): RequestHandler {
  const options = { index: false, redirect: false, fallthrough: true } as const;
  const router = express.Router();
  router.use(
    "/assets",
    express.static(join(folder, "assets"), { ...options, immutable: true, maxAge: "365d" }),
  );
  router.use(express.static(folder, { ...options, maxAge: "1h" }));
  return router;
}
