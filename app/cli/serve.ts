import { done, type Outcome, wrongUse } from "./outcome";

/** `serve`: the web app as `npm start` serves it. It runs until it is stopped. */
export async function serve(args: readonly string[]): Promise<Outcome> {
  if (args.length > 0) return wrongUse("Use: serve");
  const environment: Record<string, string | undefined> = process.env;
  environment["NODE_ENV"] ??= "production";
  await import("../server/main");
  return done("");
}
