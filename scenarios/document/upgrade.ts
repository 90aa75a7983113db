import type { JsonObject } from "../changes/json";
import type { Issue } from "../model/issue";
import { SCENARIO_FORMAT } from "../model/scenario";
import { shown } from "./words";

/** From one version of the format to the next: the version that it takes, and how. */
export type UpgradeStep = {
  readonly from: number;
  readonly upgrade: (document: JsonObject) => JsonObject;
};

/** One step for each version before the newest. Version 1 is the first, so there is none yet. */
export const UPGRADE_STEPS: readonly UpgradeStep[] = [];

const [FORMAT_NAME, NEWEST_VERSION] = SCENARIO_FORMAT.split("/") as [string, string];

export type Upgraded =
  | { readonly ok: true; readonly document: JsonObject }
  | { readonly ok: false; readonly issues: readonly [Issue] };

/**
 * A document of any known version as one of the newest. Another format, a newer version, and an older one to which
 * no steps lead are one issue at `/format`. Example: `commissioning-scenario/2` is refused while 1 is the newest.
 */
export function upgradeDocument(
  document: JsonObject,
  steps: readonly UpgradeStep[] = UPGRADE_STEPS,
  newest = Number(NEWEST_VERSION),
): Upgraded {
  const format = document["format"];
  const version = versionOf(format);
  if (version === null) {
    return refused("another-format", format, `write "${SCENARIO_FORMAT}", or choose a scenario file`);
  }
  if (version > newest) {
    return refused("newer-version", format, "open the file with a newer version of the planner");
  }
  let upgraded = document;
  for (let reached = version; reached < newest; reached++) {
    const step = steps.find(({ from }) => from === reached);
    if (step === undefined) {
      return refused("unknown-version", format, `write "${SCENARIO_FORMAT}", or choose a scenario file`);
    }
    upgraded = { ...step.upgrade(upgraded), format: `${FORMAT_NAME}/${reached + 1}` };
  }
  return { ok: true, document: upgraded };
}

function versionOf(format: unknown): number | null {
  const match = typeof format === "string" ? /^([a-z-]+)\/(\d{1,9})$/.exec(format) : null;
  return match?.[1] === FORMAT_NAME ? Number(match[2]) : null;
}

function refused(code: string, format: unknown, remedy: string): Upgraded {
  const state = format === undefined ? "is missing" : `is ${shown(format)}`;
  return { ok: false, issues: [{ path: "/format", code, message: `Format ${state}; ${remedy}.` }] };
}
