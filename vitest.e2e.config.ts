import { defineConfig } from "vitest/config";

/** What one browser shows within two seconds of another's save: no other file runs beside these. */
const IN_TIME = ["tests/e2e/together.test.ts", "tests/e2e/conflicts.test.ts"];

/** In a browser, against what `npm run build` made, a planner with a database of its own for each file. */
export default defineConfig({
  test: {
    setupFiles: ["tests/support/setup.ts"],
    globalSetup: ["tests/e2e/support/unpack-chromium.ts"],
    pool: "forks",
    maxWorkers: "100%",
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // An address changes before its page does: what is awaited may take a busy machine a while.
    expect: { poll: { timeout: 60_000 } },
    projects: [
      {
        extends: true,
        test: { name: "browser", include: ["tests/e2e/**/*.test.ts"], exclude: IN_TIME },
      },
      {
        extends: true,
        test: { name: "browser, in time", include: IN_TIME, fileParallelism: false },
      },
    ],
  },
});
