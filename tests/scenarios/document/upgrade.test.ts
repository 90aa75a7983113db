import { describe, expect, it } from "vitest";
import { UPGRADE_STEPS, type UpgradeStep, upgradeDocument } from "../../../scenarios/document/upgrade";

/** Made up: version 1 called an area a place, version 2 a patch. */
const STEPS: readonly UpgradeStep[] = [
  { from: 2, upgrade: ({ patch = null, ...others }) => ({ ...others, area: patch }) },
  { from: 1, upgrade: ({ place = null, ...others }) => ({ ...others, patch: place }) },
];

describe("a file of an older version", () => {
  it("goes through every step up to the newest", () => {
    const upgraded = upgradeDocument({ format: "commissioning-scenario/1", place: "Melton" }, STEPS, 3);
    expect(upgraded).toEqual({ ok: true, document: { format: "commissioning-scenario/3", area: "Melton" } });
  });

  it("starts at its own version", () => {
    const upgraded = upgradeDocument({ format: "commissioning-scenario/2", patch: "Melton" }, STEPS, 3);
    expect(upgraded).toEqual({ ok: true, document: { format: "commissioning-scenario/3", area: "Melton" } });
  });

  it("is left alone when it is of the newest", () => {
    const document = { format: "commissioning-scenario/3", place: "kept" };
    expect(upgradeDocument(document, STEPS, 3)).toEqual({ ok: true, document });
  });

  it("is refused when a step is missing, or it is newer than the planner", () => {
    for (const [version, code] of [
      [1, "unknown-version"],
      [4, "newer-version"],
    ] as const) {
      const refused = upgradeDocument({ format: `commissioning-scenario/${version}` }, STEPS.slice(0, 1), 3);
      expect(refused).toMatchObject({ ok: false, issues: [{ path: "/format", code }] });
    }
  });

  it("has a step in the planner for every version before the newest", () => {
    expect(UPGRADE_STEPS.map(({ from }) => from)).toEqual([]);
  });
});
