import type { Outcome } from "./outcome";

type Command = {
  readonly use: string;
  readonly about: string;
  readonly run: (args: readonly string[]) => Promise<Outcome>;
};

/** Every command loads what it needs when it is called, so that each starts within a second. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map([
  [
    "validate",
    {
      use: "validate FILE",
      about: "issues, one a line: PATH: MESSAGE",
      run: async (args) => (await import("./validate")).validate(args),
    },
  ],
  [
    "evaluate",
    {
      use: "evaluate FILE",
      about: "the result on standard output",
      run: async (args) => (await import("./evaluate")).evaluate(args),
    },
  ],
  [
    "compare",
    {
      use: "compare FILE FILE...",
      about: "the comparison, against the first",
      run: async (args) => (await import("./compare")).compare(args),
    },
  ],
  [
    "prioritise",
    {
      use: "prioritise FILE [--moving BUDGET | --together]",
      about: "the budget plan; of several budgets one moves, or all do",
      run: async (args) => (await import("./prioritise")).prioritise(args),
    },
  ],
  [
    "simulate",
    {
      use: "simulate FILE [--trials N] [--seed N]",
      about: "how cost, unfunded money and waiting spread over the ranges of the file",
      run: async (args) => (await import("./simulate")).simulate(args),
    },
  ],
  [
    "workbook",
    {
      use: "workbook FILE... --out W.xlsx",
      about: "the finance workbook; --compare: side by side; --for ORGANISATION: its pack",
      run: async (args) => (await import("./workbook")).workbook(args),
    },
  ],
  [
    "serve",
    {
      use: "serve",
      about: "the web app",
      run: async (args) => (await import("./serve")).serve(args),
    },
  ],
]);

export const USAGE = [
  "Use: npm run -s planner -- COMMAND",
  "",
  ...[...COMMANDS.values()].map(({ use, about }) => `  ${use.padEnd(52)}${about}`),
  "",
  "Exit status 0: done; 1: the file has issues (on standard error); 2: wrong use.",
  "",
].join("\n");
