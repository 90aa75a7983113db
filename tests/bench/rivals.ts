import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { solve } from "yalps";
import type { Problem } from "../../scenarios/optimise/problem";
import { buildProgram } from "../../scenarios/optimise/program";

/** What another solver makes of a problem: the benefit of its best plan in whole units, null where it proves that there is none, or why it has proved nothing. */
export type RivalAnswer = { readonly milliseconds: number } & (
  | { readonly units: number | null }
  | {
      readonly gaveUp: string;
      /** What its best plan brings so far; null when it has none. */
      readonly reached: number | null;
    }
);

/** Of a processor, on every problem. */
const LONGEST_SECONDS = 60;

/** CBC, where it is installed, on the same rows in a file of its own format, with no gap allowed. Null without it. */
export function byCbc(problem: Problem): RivalAnswer | null {
  if (spawnSync("cbc", ["-quit"]).error !== undefined) return null;
  const folder = mkdtempSync(join(tmpdir(), "planner-bench-"));
  try {
    const [program, solution] = [join(folder, "plan.lp"), join(folder, "plan.txt")];
    writeFileSync(program, writeProgram(problem));
    const start = performance.now();
    const limits = ["-seconds", String(LONGEST_SECONDS), "-ratio", "0", "-allow", "0"];
    spawnSync("cbc", [program, ...limits, "-solve", "-solution", solution]);
    const milliseconds = performance.now() - start;
    // Killed before its time is up it leaves no file.
    const answer = existsSync(solution) ? readFileSync(solution, "utf8") : "";
    const [first = "", ...rest] = answer.split("\n");
    if (first.startsWith("Infeasible")) return { milliseconds, units: null };
    const chosen = rest.map((line) => /\sx(\d+)\s+([\d.e+-]+)/.exec(line));
    const units = chosen.reduce(
      (sum, match) =>
        sum + Math.round(Number(match?.[2] ?? 0)) * (problem.pairs[Number(match?.[1] ?? -1)]?.units ?? 0),
      0,
    );
    if (first.startsWith("Optimal")) return { milliseconds, units };
    const reached = chosen.some((match) => match !== null) ? units : null;
    return { milliseconds, gaveUp: first.split(" - ")[0]?.trim() || "no answer", reached };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function byYalps(problem: Problem): RivalAnswer {
  const { rows } = buildProgram(problem).program;
  const variables = problem.pairs.map(({ place, units }) => {
    const held = rows.flatMap(({ columns, values }, row) => {
      const at = columns.indexOf(place);
      return at < 0 ? [] : [[`r${row}`, values[at] ?? 0] as const];
    });
    return [`x${place}`, [["units", units] as const, ...held]] as const;
  });
  const constraints = rows.flatMap(({ lower, upper }, row) =>
    Number.isFinite(lower) || Number.isFinite(upper)
      ? [
          [
            `r${row}`,
            {
              ...(Number.isFinite(lower) ? { min: lower } : {}),
              ...(Number.isFinite(upper) ? { max: upper } : {}),
            },
          ] as const,
        ]
      : [],
  );
  const start = performance.now();
  const { status, result } = solve(
    { direction: "maximize", objective: "units", constraints, variables, binaries: true },
    { timeout: LONGEST_SECONDS * 1000, tolerance: 0, maxIterations: Infinity },
  );
  const milliseconds = performance.now() - start;
  if (status === "infeasible") return { milliseconds, units: null };
  return status === "optimal"
    ? { milliseconds, units: Math.round(result) }
    : { milliseconds, gaveUp: status, reached: null };
}

/** CPLEX LP format. */
function writeProgram(problem: Problem): string {
  const { rows } = buildProgram(problem).program;
  const sum = (terms: readonly (readonly [number, number])[]): string =>
    terms.map(([value, column]) => `${value < 0 ? "-" : "+"} ${Math.abs(value)} x${column}`).join("\n ");
  const lines = rows.flatMap(({ columns, values, lower, upper }, row) => {
    const terms = sum(columns.map((column, at) => [values[at] ?? 0, column] as const));
    return [
      ...(Number.isFinite(upper) ? [`u${row}: ${terms} <= ${upper}`] : []),
      ...(Number.isFinite(lower) ? [`l${row}: ${terms} >= ${lower}`] : []),
    ];
  });
  return [
    "Maximize",
    `units: ${sum(problem.pairs.map(({ units, place }) => [units, place] as const))}`,
    "Subject To",
    ...lines,
    "Binaries",
    problem.pairs.map(({ place }) => `x${place}`).join("\n"),
    "End",
    "",
  ].join("\n");
}
