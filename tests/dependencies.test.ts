import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import remixOptions from "../remix.config.js";

type Package = {
  readonly version: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
};

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  readonly packages: Readonly<Record<string, Package>>;
};
const shipped = Object.entries(packages).filter(
  ([path, { dev, devOptional }]) => path !== "" && dev !== true && devOptional !== true,
);

/** The first versions without a known fault that would be reachable. */
const LEAST = [
  ["kysely", "0.28.12"],
  ["vite", "6.4.2"],
  ["vitest", "4.1.0"],
  ["undici", "6.27.0"],
  ["esbuild", "0.25.12"],
  ["@remix-run/router", "1.23.4"],
  ["react-router", "6.30.6"],
] as const;

function isAtLeast(version: string, least: string): boolean {
  const [own, wanted] = [version, least].map((text) => text.split(".").map(Number));
  const place = (wanted ?? []).findIndex((part, at) => part !== own?.[at]);
  return place < 0 || (own?.[place] ?? 0) > (wanted?.[place] ?? 0);
}

describe("what the planner is made with", () => {
  it.each(LEAST)("has %s in no version before %s", (name, least) => {
    const versions = Object.entries(packages)
      .filter(([path]) => path.endsWith(`node_modules/${name}`))
      .map(([, { version }]) => version);
    expect(versions.length).toBeGreaterThan(0);
    expect(versions.filter((version) => !isAtLeast(version, least))).toEqual([]);
  });

  it("ships nothing whose licence asks more than to be named", () => {
    expect(shipped.length).toBeGreaterThan(300);
    const asksMore = shipped.filter(([, { license = "none" }]) => {
      const choices = license.replaceAll(/[()]/g, "").split(" OR ");
      return choices.every((choice) => /GPL|none|UNLICENSED|SEE|commercial/i.test(choice));
    });
    expect(asksMore.map(([path]) => path)).toEqual([]);
  });

  it("leaves those parts of Remix off that have known faults", () => {
    expect(remixOptions.future).toMatchObject({ v3_singleFetch: false, v3_lazyRouteDiscovery: false });
  });
});
