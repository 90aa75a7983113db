import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { buildScripts } from "../../support/build-scripts";
import { compareResults } from "../../support/compare-results";
import { readWorkbook } from "../../support/read-workbook";
import { unzip } from "../../support/workbook-parts";

type Run = { readonly status: number | null; readonly output: string; readonly errors: string };

/** As many at once as the machine has processors: most of a run is starting up. */
const AT_ONCE = Math.max(1, availableParallelism());
let running = 0;
const waiting: (() => void)[] = [];

const built = buildScripts({ planner: "app/cli/planner.ts" });
afterAll(async () => (await built).remove());

/** The command, as a process of its own. */
async function planner(args: readonly string[], stopReadingAfter = Number.POSITIVE_INFINITY): Promise<Run> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await start([join((await built).folder, "planner.js"), ...args], stopReadingAfter);
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

function start(args: readonly string[], stopReadingAfter = Number.POSITIVE_INFINITY): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args);
    let [output, errors] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString("utf8");
      if (output.length > stopReadingAfter) child.stdout.destroy();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      errors += chunk.toString("utf8");
    });
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, output, errors }));
  });
}

function scriptsOf(file: string): Readonly<Record<string, string>> {
  return (JSON.parse(readFileSync(file, "utf8")) as { scripts: Record<string, string> }).scripts;
}

type Case = {
  readonly file: string;
  readonly command?: string;
  readonly expected?: string;
  readonly mustName?: readonly (readonly string[])[];
};

function casesOf(file: string): readonly Case[] {
  return (JSON.parse(readFileSync(`scenarios/examples/${file}`, "utf8")) as { cases: readonly Case[] }).cases;
}

const folder = mkdtempSync(join(tmpdir(), "planner-"));
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, content: string | Buffer): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

describe("evaluate", () => {
  const cases = ["", "small/"].flatMap((place) =>
    casesOf(`${place}index.json`)
      .filter(({ command }) => command === "evaluate")
      .map(({ file, expected = "" }) => ({
        file: `${place}${file}`,
        expected: `${place}${expected}`,
        started: planner(["evaluate", `scenarios/examples/${place}${file}`]),
      })),
  );

  it.each(cases)("prints the expected result of $file", async ({ expected, started }) => {
    const run = await started;
    expect([run.status, run.errors]).toEqual([0, ""]);
    const result = JSON.parse(readFileSync(`scenarios/examples/${expected}`, "utf8")) as unknown;
    expect(compareResults(result, JSON.parse(run.output))).toEqual([]);
  });

  it("stops quietly when the reader has seen enough", async () => {
    const run = await planner(["evaluate", "scenarios/examples/llr-2015-s3.json"], 100);
    expect(run.errors).toBe("");
  });
});

describe("validate", () => {
  const cases = casesOf("invalid/expect.json").map(({ file, mustName = [] }) => ({
    file,
    mustName,
    started: planner(["validate", `scenarios/examples/invalid/${file}`]),
  }));

  it.each(cases)(
    "names every fault of $file on standard error and nothing on standard output",
    async ({ mustName, started }) => {
      const run = await started;
      expect([run.status, run.output]).toEqual([1, ""]);
      const lines = run.errors.trimEnd().split("\n");
      const paths = lines.map((line) => line.slice(0, line.indexOf(": ")));
      expect(lines.every((line) => /^\/[^ ]*: ./.test(line))).toBe(true);
      for (const alternatives of mustName) {
        expect(
          paths.some((path) => alternatives.includes(path) || (path === "/" && alternatives.includes(""))),
        ).toBe(true);
      }
    },
  );

  it("says that a file may be evaluated, with what its reader has to know", async () => {
    const run = await planner(["validate", "scenarios/examples/llr-2015-s3.json"]);
    expect([run.status, run.errors]).toEqual([0, ""]);
    expect(run.output).toMatch(/^Warning: \/provisions\/ot1\/price: .*\n[^]*No issues\.\n$/);
  });
});

describe("a file that is no scenario gets one clear line", () => {
  const wrong: readonly (readonly [string, () => string | Buffer, RegExp])[] = [
    ["is not JSON", () => "half a {", /is not JSON/],
    ["is empty", () => "", /is not JSON/],
    ["is of another format", () => '{"format":"invoice/3"}', /^\/format: .*commissioning-scenario\/1/],
    ["is of a newer version", () => '{"format":"commissioning-scenario/2"}', /^\/format: .*newer version/],
    ["is 50 MB", () => Buffer.alloc(50_000_000, "["), /more than 10,000,000 bytes/],
    ["is not text", () => Buffer.from([0xff, 0xfe, 0x00, 0x80]), /not text in UTF-8/],
    ["nests without end", () => "[".repeat(100_000), /^\/: ./],
  ];

  const cases = wrong.map(([is, content, says]) => {
    const file = written(`${is}.json`, content());
    return { is, says, started: ["validate", "evaluate"].map((command) => planner([command, file])) };
  });

  it.each(cases)("when it $is", async ({ says, started }) => {
    for (const run of await Promise.all(started)) {
      expect([run.status, run.output]).toEqual([1, ""]);
      expect(run.errors).toMatch(/^[^\n]+\n$/);
      expect(run.errors).toMatch(says);
    }
  });

  it("takes a file that Notepad has saved, with a byte order mark", async () => {
    const text = readFileSync("scenarios/examples/small/s01-half-penny-months.json", "utf8");
    const run = await planner(["validate", written("marked.json", `\uFEFF${text}`)]);
    expect(run.status).toBe(0);
  });
});

describe("wrong use ends with status 2 and nothing on standard output", () => {
  const example = "scenarios/examples/small/s01-half-penny-months.json";

  it.each([
    ["no command", [], /^Use: /],
    ["an unknown command", ["evalute", example], /no command "evalute"/],
    ["no file", ["evaluate"], /Use: evaluate FILE/],
    ["two files", ["validate", example, example], /Use: validate FILE/],
    ["an unknown option", ["evaluate", example, "--loud"], /Use: evaluate FILE/],
    [
      "a file that is not there",
      ["evaluate", "nowhere.json"],
      /Cannot read nowhere\.json: there is no such file/,
    ],
    ["a folder", ["evaluate", "scenarios"], /Cannot read scenarios: it is a folder/],
    ["a workbook without a name", ["workbook", example], /Use: workbook FILE --out/],
    [
      "a comparison with nothing",
      ["workbook", "--compare", example, "--out", "w.xlsx"],
      /--compare FILE FILE/,
    ],
    [
      "a pack for somebody who is not asked",
      ["workbook", "scenarios/examples/llr-2015-s1.json", "--out", "w.xlsx", "--for", "nobody"],
      /asks nothing of "nobody"; choose one of: blaby, /,
    ],
    [
      "a workbook into no folder",
      ["workbook", example, "--out", "/no/such/folder/w.xlsx"],
      /there is no such folder/,
    ],
  ])("%s", async (_, args, says) => {
    const run = await planner(args);
    expect([run.status, run.output]).toEqual([2, ""]);
    expect(run.errors).toMatch(says);
    expect(run.errors).not.toMatch(/\n\s+at /);
  });

  it("but whoever asks for help gets it on standard output", async () => {
    const run = await planner(["--help"]);
    expect([run.status, run.errors]).toEqual([0, ""]);
    expect(run.output).toContain("evaluate FILE");
  });

  it("also from its sources, as people start it", async () => {
    const { planner: script = "" } = scriptsOf("package.json");
    const [first, ...rest] = script.split(" ");
    expect([first, await start(["--import", "tsx", ...rest, "--help"])]).toEqual([
      "tsx",
      await planner(["--help"]),
    ]);
  });
});

describe("workbook", () => {
  it("writes the file that is asked for, and nothing else", async () => {
    const out = join(folder, "w.xlsx");
    const run = await planner(["workbook", "scenarios/examples/derby-2015.json", "--out", out]);
    expect(run).toEqual({ status: 0, output: "", errors: "" });
    expect(readFileSync(out).subarray(0, 2).toString()).toBe("PK");
  });

  it("sets scenarios side by side, the first as the reference", async () => {
    const out = join(folder, "side.xlsx");
    const files = ["s1", "s3"].map((name) => `scenarios/examples/llr-2015-${name}.json`);
    const run = await planner(["workbook", "--compare", ...files, "--out", out]);
    expect(run).toEqual({ status: 0, output: "", errors: "" });
    const { sheets } = await readWorkbook(readFileSync(out));
    expect(sheets.map(({ name }) => name)).toEqual(["Cover", "Compare", "Changes", "Waterfall"]);
    expect(sheets[1]?.rows[1]?.slice(4, 7).map((cell) => cell?.value)).toEqual([
      6_768_942.06, 7_059_960.82, 291_018.76,
    ]);
  });

  it("writes the consultation pack of one organisation", async () => {
    const out = join(folder, "pack.xlsx");
    const file = "scenarios/examples/llr-2015-s1.json";
    const run = await planner(["workbook", file, "--out", out, "--for", "melton"]);
    expect(run).toEqual({ status: 0, output: "", errors: "" });
    const parts = await unzip(readFileSync(out));
    const workbook = parts.get("xl/workbook.xml")?.toString() ?? "";
    expect(workbook).toContain('name="Reply"');
    expect(parts.get("xl/sharedStrings.xml")?.toString()).toContain(
      "The last day of replies is not set yet.",
    );
  });

  it("leaves nothing behind when the scenario has issues", async () => {
    const out = join(folder, "none.xlsx");
    const run = await planner([
      "workbook",
      "scenarios/examples/invalid/i01-unknown-field.json",
      "--out",
      out,
    ]);
    expect(run.status).toBe(1);
    expect(() => readFileSync(out)).toThrow();
  });
});

describe("compare", () => {
  const files = ["s1", "s3"].map((name) => `scenarios/examples/llr-2015-${name}.json`);

  it("gives the rows, the changes in a commissioner's words and a waterfall of total cost against the first", async () => {
    const run = await planner(["compare", ...files]);
    expect([run.status, run.errors]).toEqual([0, ""]);
    const comparison = JSON.parse(run.output) as {
      scenarios: string[];
      measures: { id: string; values: Record<string, string> }[];
      changes: { path: string; about: string; from: string; to: string }[][];
      waterfall: { group: string; amount: string }[][];
    };
    expect(comparison.scenarios).toEqual(["llr-2015-s1", "llr-2015-s3"]);
    expect(comparison.measures[0]).toMatchObject({
      id: "total-cost",
      values: { "llr-2015-s1": "6768942.06", "llr-2015-s3": "7059960.82" },
    });
    expect(comparison.waterfall).toEqual([[{ group: "provisions", amount: "291018.76" }]]);
    expect(comparison.changes[0]).toContainEqual({
      path: "/contributions/districts/members/harborough/choice",
      about: "Harborough District Council in District contributions from October 2015: Choice",
      from: expect.stringMatching(/^B/) as string,
      to: expect.stringMatching(/^A/) as string,
    });
  });

  it("gives what the plans of prioritisations cost, fund and bring", async () => {
    const [full, cut] = ["100", "80"].map((percent) => `durham-2020-${percent}`);
    const run = await planner([
      "compare",
      ...[full, cut].map((name) => `scenarios/examples/${name ?? ""}.json`),
    ]);
    const { measures } = JSON.parse(run.output) as {
      measures: { id: string; values: Record<string, string> }[];
    };
    const valuesOf = (id: string) => {
      const { values = {} } = measures.find((measure) => measure.id === id) ?? {};
      return [full, cut].map((name) => values[name ?? ""]);
    };
    expect(valuesOf("plan-budget")).toEqual(["1150000.00", "920000.00"]);
    expect(valuesOf("plan-cost")).toEqual(["1111000.00", "914000.00"]);
    expect(valuesOf("plan-lines")).toEqual(["14", "13"]);
    expect(valuesOf("plan-benefit")).toEqual(["809.25", "738.75"]);
    expect(measures.some(({ id }) => id === "plan-benefit-people")).toBe(false);
  });

  it("needs two files", async () => {
    expect(await planner(["compare", ...files.slice(0, 1)])).toMatchObject({ status: 2, output: "" });
  });
});
