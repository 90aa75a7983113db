import { parseMoney } from "../../scenarios/model/money";
import { parseDecimal, rational } from "../../scenarios/model/rational";

/**
 * What differs between an expected result or plan and an actual one, in words, by path; nothing differs in [].
 *
 * Documented fields only: fields that were added are let pass, and so are the texts of checks and warnings. Money is
 * compared exactly, and has to be written "1234.50"; other decimals within 1e-6 of the expected, or 2e-6, and written
 * with at most six decimals. Lists whose order the format does not fix are compared by their keys. An entry that is
 * missing from a record of money counts as "0.00".
 */
export function compareResults(expected: unknown, actual: unknown): string[] {
  const differences: Differences = [];
  if (isRecord(actual) && isRecord(expected)) compareResult(expected, actual, differences);
  else differ(differences, "/", expected, actual, "not a document");
  return differences;
}

/** {@link compareResults} for a plan of `prioritise`. */
export function comparePlans(expected: unknown, actual: unknown): string[] {
  const differences: Differences = [];
  if (isRecord(actual) && isRecord(expected)) comparePlan(expected, actual, differences);
  else differ(differences, "/", expected, actual, "not a document");
  return differences;
}

type Differences = string[];
type Json = Readonly<Record<string, unknown>>;
/** Compares one value at a path with another, and notes what differs. */
type Comparison = (path: string, want: unknown, got: unknown, differences: Differences) => void;

const QUANTITIES = ["demand", "entitlement", "capacity", "served", "waiting", "turnedAway", "left"] as const;

function compareResult(want: Json, got: Json, differences: Differences): void {
  for (const field of ["format", "years", "months"] as const)
    same(field, want[field], got[field], differences);
  for (const field of ["id", "name"] as const) {
    same(`scenario.${field}`, at(want, "scenario", field), at(got, "scenario", field), differences);
  }
  recordOf(cost)("costs", want["costs"], got["costs"], differences);
  recordOf(round)("contributions", want["contributions"], got["contributions"], differences);
  recordOf(recordOf(fields(nullableMoney, "all", "asDeclared", "onlyThisOne")))(
    "ifOthersDecline",
    want["ifOthersDecline"],
    got["ifOthersDecline"],
    differences,
  );
  listOf(patternKey, lotPattern)("lots", want["lots"], got["lots"], differences);
  coverage("coverage", want["coverage"], got["coverage"], differences);
  listOf(keyOf("area", "activity", "month"), capacityRow, isEmptyRow)(
    "capacity",
    want["capacity"],
    got["capacity"],
    differences,
  );
  funding("funding", want["funding"], got["funding"], differences);
}

const cost: Comparison = (path, want, got, differences) => {
  fields(moneyRecord, "months", "years", "oneOffs")(path, want, got, differences);
  fields(money, "total")(path, want, got, differences);
};

const round: Comparison = (path, want, got, differences) => {
  fields(moneyRecord, "pot", "shortfall")(path, want, got, differences);
  fields(same, "happens")(path, want, got, differences);
  fields(decimal, "capacityScale")(path, want, got, differences);
  fields(recordOf(roundMember), "members")(path, want, got, differences);
  const [wanted, given] = [asRecord(at(want, "toppedUp")), asRecord(at(got, "toppedUp"))];
  for (const payer of new Set([...Object.keys(wanted), ...Object.keys(given)])) {
    moneyRecord(`${path}.toppedUp.${payer}`, wanted[payer] ?? {}, given[payer], differences);
  }
};

const roundMember: Comparison = (path, want, got, differences) => {
  fields(Array.isArray(at(want, "choice")) ? asSet : same, "choice")(path, want, got, differences);
  fields(moneyRecord, "share", "buyIn", "override")(path, want, got, differences);
  fields(money, "total")(path, want, got, differences);
};

const lotPattern: Comparison = (path, want, got, differences) => {
  fields(same, "pattern", "lots")(path, want, got, differences);
  fields(money, "overhead", "direct")(path, want, got, differences);
  fields(decimal, "fte", "handOffs")(path, want, got, differences);
};

const coverage: Comparison = (path, want, got, differences) => {
  fields(fields(same, "covered", "unconfirmed", "gap"), "counts")(path, want, got, differences);
  const stretches = listOf(keyOf("area", "activity", "from", "to"), fields(same, "days"));
  fields(stretches, "gaps", "unconfirmed")(path, want, got, differences);
  const doubleRunning: Comparison = (place, wanted, given, found) => {
    fields(same, "days")(place, wanted, given, found);
    fields(asSet, "provisions")(place, wanted, given, found);
    fields(money, "cost")(place, wanted, given, found);
  };
  const rows = listOf(keyOf("area", "activity", "from", "to"), doubleRunning);
  fields(rows, "doubleRunning")(path, want, got, differences);
};

const capacityRow: Comparison = (path, want, got, differences) => {
  fields(decimal, ...QUANTITIES)(path, want, got, differences);
  // Nobody waits and all capacity is passed on: nothing, or a rounding error of it, is left to divide by.
  const nothingLeft = ["capacity", "waiting"].every((field) => Number(at(want, field)) <= 2e-6);
  const given = at(got, "waitWeeks");
  if (nothingLeft && (given === null || given === "0")) return;
  decimal(`${path}.waitWeeks`, at(want, "waitWeeks"), given, differences);
};

const funding: Comparison = (path, want, got, differences) => {
  fields(moneyRecord, "unfunded")(path, want, got, differences);
  const provisionYear: Comparison = (place, wanted, given, found) => {
    fields(money, "cost", "contributions", "unfunded")(place, wanted, given, found);
    fields(moneyRecord, "sources")(place, wanted, given, found);
  };
  fields(recordOf(recordOf(provisionYear)), "provisions")(path, want, got, differences);
  const sourceYear = fields(money, "available", "used", "unused");
  fields(recordOf(recordOf(sourceYear)), "sources")(path, want, got, differences);
  fields(recordOf(asSet), "bottleneck")(path, want, got, differences);
  fields(recordOf(moneyRecord), "byCertainty")(path, want, got, differences);
};

function comparePlan(want: Json, got: Json, differences: Differences): void {
  same("status", want["status"], got["status"], differences);
  chosenLevels("", want, got, differences);
  for (const field of ["rankByScore", "rankByScoreSkipping", "rankByValue"] as const) {
    if (field in want) chosenLevels(`${field}.`, want[field], got[field], differences);
  }
  if ("wouldEnterWith" in want) {
    recordOf(money)("wouldEnterWith", want["wouldEnterWith"], got["wouldEnterWith"], differences);
  }
  if ("conflict" in want) {
    // Several smallest conflicts may be equally small: their size is compared, not their names.
    const size = (conflict: unknown): number | null => (Array.isArray(conflict) ? conflict.length : null);
    same("conflict", size(want["conflict"]), size(got["conflict"]), differences);
  }
  if ("frontier" in want) {
    const point: Comparison = (path, wanted, given, found) => {
      fields(money, "budget")(path, wanted, given, found);
      fields(decimal, "benefit")(path, wanted, given, found);
      fields(asSet, "chosen")(path, wanted, given, found);
    };
    listOf(keyOf("budget"), point)("frontier", want["frontier"], got["frontier"], differences);
  }
}

function chosenLevels(prefix: string, want: unknown, got: unknown, differences: Differences): void {
  decimal(`${prefix}benefit`, at(want, "benefit"), at(got, "benefit"), differences);
  moneyRecord(`${prefix}costs`, at(want, "costs"), at(got, "costs"), differences);
  const given = at(got, "chosen");
  const pairs: unknown = Array.isArray(given)
    ? given.map((pair: unknown) => ({ line: at(pair, "line"), level: at(pair, "level") }))
    : given;
  asSet(`${prefix}chosen`, at(want, "chosen"), pairs, differences);
}

// ---- the ways to compare a value ------------------------------------------------------------------------------

const same: Comparison = (path, want, got, differences) => {
  if (JSON.stringify(want) !== JSON.stringify(got)) differ(differences, path, want, got);
};

const money: Comparison = (path, want, got, differences) => {
  const expected = parseMoney(want as string);
  if (got === undefined && expected === 0n) return;
  if (typeof got !== "string" || !/^-?\d+\.\d\d$/.test(got)) {
    differ(differences, path, want, got, "not money as text with two decimals");
  } else if (parseMoney(got) !== expected) differ(differences, path, want, got);
};

/** null is "cannot be met", which is not 0.00; a field that is missing is neither. */
const nullableMoney: Comparison = (path, want, got, differences) => {
  if (want !== null && got !== null && got !== undefined) money(path, want, got, differences);
  else if (want !== got) differ(differences, path, want, got);
};

const TOLERANCE = rational(2n, 1_000_000n);

const decimal: Comparison = (path, want, got, differences) => {
  if (want === null || got === null) {
    if (want !== got) differ(differences, path, want, got);
  } else if (typeof got !== "string" || !/^-?\d+(\.\d{1,6})?$/.test(got)) {
    differ(differences, path, want, got, "not a decimal as text with up to six decimals");
  } else {
    const expected = parseDecimal(want as string);
    const relative = expected.abs().div(1_000_000n);
    const allowed = relative.compare(TOLERANCE) > 0 ? relative : TOLERANCE;
    if (parseDecimal(got).sub(expected).abs().compare(allowed) > 0) differ(differences, path, want, got);
  }
};

const asSet: Comparison = (path, want, got, differences) => {
  const sorted = (list: unknown): string[] | null =>
    Array.isArray(list) ? list.map((item) => JSON.stringify(item)).sort() : null;
  if (JSON.stringify(sorted(want)) !== JSON.stringify(sorted(got))) differ(differences, path, want, got);
};

/** Money by key: every key of either side. */
const moneyRecord: Comparison = (path, want, got, differences) => {
  if (got !== undefined && !isRecord(got)) {
    differ(differences, path, want, got);
    return;
  }
  const [wanted, given] = [asRecord(want), asRecord(got)];
  for (const key of new Set([...Object.keys(wanted), ...Object.keys(given)])) {
    money(`${path}.${key}`, wanted[key] ?? "0.00", given[key], differences);
  }
};

/** The named fields of an object, each compared alike. */
function fields(compare: Comparison, ...names: readonly string[]): Comparison {
  return (path, want, got, differences) => {
    for (const name of names) compare(`${path}.${name}`, at(want, name), at(got, name), differences);
  };
}

/** An object by key: the same keys on both sides. */
function recordOf(compare: Comparison): Comparison {
  return (path, want, got, differences) => {
    if (!isRecord(got)) {
      differ(differences, path, want, got);
      return;
    }
    const wanted = asRecord(want);
    for (const key of new Set([...Object.keys(wanted), ...Object.keys(got)])) {
      if (key in wanted && key in got) compare(`${path}.${key}`, wanted[key], got[key], differences);
      else differ(differences, `${path}.${key}`, wanted[key], got[key]);
    }
  };
}

/** A list by key: the same rows on both sides, but for rows that may be left out. */
function listOf(
  key: (row: unknown) => string,
  compare: Comparison,
  mayBeLeftOut: (row: unknown) => boolean = () => false,
): Comparison {
  return (path, want, got, differences) => {
    if (!Array.isArray(got)) {
      differ(differences, path, want, got);
      return;
    }
    const given = new Map<string, unknown[]>();
    for (const row of got as readonly unknown[]) given.set(key(row), [...(given.get(key(row)) ?? []), row]);
    for (const row of want as readonly unknown[]) {
      const match = given.get(key(row))?.shift();
      if (match === undefined) differ(differences, `${path}[${key(row)}]`, row, undefined);
      else compare(`${path}[${key(row)}]`, row, match, differences);
    }
    for (const row of [...given.values()].flat()) {
      if (!mayBeLeftOut(row)) differ(differences, `${path}[${key(row)}]`, undefined, row);
    }
  };
}

function keyOf(...names: readonly string[]): (row: unknown) => string {
  return (row) => names.map((name) => JSON.stringify(at(row, name))).join("|");
}

function patternKey(row: unknown): string {
  const pattern = at(row, "pattern");
  if (!Array.isArray(pattern)) return JSON.stringify(pattern);
  return JSON.stringify(
    pattern.map((lot: unknown) => (Array.isArray(lot) ? [...(lot as string[])].sort() : lot)).sort(),
  );
}

function isEmptyRow(row: unknown): boolean {
  return QUANTITIES.every((field) => {
    const quantity = at(row, field);
    return typeof quantity === "string" && /^-?0(\.0+)?$/.test(quantity);
  });
}

function differ(differences: Differences, path: string, want: unknown, got: unknown, why?: string): void {
  differences.push(
    `${path}: expected ${short(want)}, got ${short(got)}${why === undefined ? "" : ` (${why})`}`,
  );
}

function short(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value);
  return text.length < 120 ? text : `${text.slice(0, 117)}...`;
}

function isRecord(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function asRecord(value: unknown): Json {
  return isRecord(value) ? value : {};
}

function at(value: unknown, ...names: readonly string[]): unknown {
  return names.reduce<unknown>((inner, name) => asRecord(inner)[name], value);
}
