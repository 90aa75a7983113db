import loadHighs, { type Highs, type InitOptions, type Model, type ModelData } from "highs";

/** A row of a program: lower ≤ Σ value × column ≤ upper. Whole numbers; `-Infinity` and `Infinity` leave a side open. */
export type Row = {
  readonly lower: number;
  readonly upper: number;
  readonly columns: readonly number[];
  readonly values: readonly number[];
};

/** A program of 0-1 columns. */
export type Program = { readonly columns: number; readonly rows: readonly Row[] };

export type Goal = { readonly sense: "most" | "least"; readonly weights: readonly number[] };

/**
 * What a little more room in each row is worth: 0 or more where its upper bound binds, 0 or less for the lower. Where
 * not even the relaxation has a solution, prices at which the rows contradict each other.
 */
export type Prices = { readonly possible: boolean; readonly prices: readonly number[] };

/** A program that is open in the solver: its rows may be moved and it may be asked again, without building it anew. */
export type OpenProgram = {
  /** Prices the rows by the linear relaxation, for the most of some weights. */
  readonly price: (weights: readonly number[]) => Prices;
  /** The columns that are 1 in a best solution, ascending; null when there is none. */
  readonly solve: (goal: Goal) => number[] | null;
  readonly limitRow: (row: number, lower: number, upper: number) => void;
  /** Holds a column at 0 or 1; null lets it go. */
  readonly holdColumn: (column: number, value: 0 | 1 | null) => void;
  /** The place of the new row. */
  readonly addRow: (row: Row) => number;
  /** Proposes where to start: columns that are 1. */
  readonly startFrom: (columns: readonly number[]) => void;
  readonly close: () => void;
};

/** The port to whatever solves 0-1 programs. What comes back is a proposal: the exact evaluator decides. */
export type Solver = { readonly open: (program: Program) => OpenProgram };

/**
 * Options that make results the same on every machine: one thread (the build has no other), a fixed seed, no gap, no
 * time limit. Objectives are whole numbers, so a gap below one unit is none.
 */
const OPTIONS = { output_flag: false, random_seed: 1, mip_rel_gap: 0, mip_abs_gap: 0.5 };
/** Up to a few hundred columns the search is quicker without these. */
const LEAN = {
  mip_heuristic_effort: 0,
  mip_heuristic_run_feasibility_jump: false,
  mip_allow_restart: false,
  mip_detect_symmetry: false,
};
const LEAN_UP_TO = 900;

let warm: Promise<Solver> | null = null;

/**
 * HiGHS, compiled once and kept: the one instance of this process or worker. `options` say where its WebAssembly is
 * where a bundler has moved it; they count at the first call.
 */
export function loadSolver(options?: InitOptions): Promise<Solver> {
  warm ??= loadHighs(options).then((highs) => ({ open: (program) => openProgram(highs, program) }));
  return warm;
}

function openProgram(highs: Highs, program: Program): OpenProgram {
  const data = modelData(program);
  const relaxed = highs.createModel(data);
  relaxed.options.set(OPTIONS);
  const whole = highs.createModel({
    ...data,
    integrality: new Int32Array(data.numCols).fill(highs.constants.variableType.integer),
  });
  whole.options.set(program.columns <= LEAN_UP_TO ? { ...OPTIONS, ...LEAN } : OPTIONS);
  const models = [relaxed, whole];
  let rows = program.rows.length;
  return {
    price: (weights) => price(highs, relaxed, weights),
    solve: (goal) => solve(highs, whole, goal),
    limitRow: (row, lower, upper) => {
      for (const model of models) model.changeRowBounds(row, lower, upper);
    },
    holdColumn: (column, value) => {
      for (const model of models) model.changeColBounds(column, value ?? 0, value ?? 1);
    },
    addRow: ({ lower, upper, columns, values }) => {
      const entries = { indices: columns, values };
      for (const model of models) model.addRow(lower, upper, entries);
      return rows++;
    },
    startFrom: (columns) => {
      const colValue = new Float64Array(program.columns);
      for (const column of columns) colValue[column] = 1;
      whole.setSolution({ colValue });
    },
    close: () => {
      for (const model of models) model.dispose();
    },
  };
}

/** Runs the model for a goal; false when it has no solution. */
function run(highs: Highs, model: Model, goal: Goal): boolean {
  const { objectiveSense, modelStatus } = highs.constants;
  model.changeObjectiveSense(goal.sense === "most" ? objectiveSense.maximize : objectiveSense.minimize);
  const weights = goal.weights.length === 0 ? [0] : goal.weights;
  model.changeColsCost({ kind: "range", from: 0, to: weights.length - 1 }, weights);
  model.run();
  if (model.getModelStatus() === modelStatus.unknown) {
    // Where it went on from has led astray: from the start again.
    model.clearSolver();
    model.run();
  }
  const status = model.getModelStatus();
  if (status === modelStatus.optimal) return true;
  // Every column is between 0 and 1, so that "unbounded or infeasible" is infeasible.
  if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible) return false;
  throw new Error(`the solver stopped with status ${status}`);
}

function solve(highs: Highs, model: Model, goal: Goal): number[] | null {
  if (!run(highs, model, goal)) return null;
  const chosen: number[] = [];
  model.getSolution().colValue.forEach((value, column) => {
    const whole = Math.round(value);
    if (Math.abs(value - whole) > 1e-5) throw new Error(`the solver gave ${value} for column ${column}`);
    if (whole === 1) chosen.push(column);
  });
  return chosen;
}

/** Prices are asked for weights of at most 1, and given for the weights as they are. */
function price(highs: Highs, model: Model, weights: readonly number[]): Prices {
  const largest = Math.max(...weights.map(Math.abs), 0) || 1;
  if (run(highs, model, { sense: "most", weights: weights.map((weight) => weight / largest) })) {
    return { possible: true, prices: Array.from(model.getSolution().rowDual, (dual) => dual * largest) };
  }
  const ray = model.getDualRay()?.values ?? new Float64Array(model.getDimensions().numRows);
  return { possible: false, prices: Array.from(ray, (price) => -price) };
}

/** Without columns the solver gets one that stays 0: it takes no program without. */
function modelData({ columns, rows }: Program): ModelData {
  const numCols = Math.max(columns, 1);
  const starts = [0];
  for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.columns.length);
  return {
    numCols,
    numRows: rows.length,
    colCost: new Float64Array(numCols),
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(columns === 0 ? 0 : 1),
    rowLower: rows.map((row) => row.lower),
    rowUpper: rows.map((row) => row.upper),
    matrix: {
      format: "csr",
      numCols,
      numRows: rows.length,
      starts,
      indices: rows.flatMap((row) => row.columns),
      values: rows.flatMap((row) => row.values),
    },
  };
}
