import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    setupFiles: ["tests/support/setup.ts"],
    pool: "forks",
    maxWorkers: "100%", // Of the cores; vitest alone would leave one idle.
    // No test is a timed test: a busy machine takes its time, and only what hangs is stopped.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    projects: [
      {
        extends: true,
        test: {
          name: "planner",
          include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
          exclude: ["tests/e2e/**", "tests/db/**"],
        },
      },
      {
        // The database tests run on SQLite and on a PostgreSQL that is started only when they run.
        extends: true,
        test: {
          name: "database",
          include: ["tests/db/**/*.test.ts"],
          globalSetup: ["tests/db/support/start-postgres.ts", "tests/db/support/build-db-scripts.ts"],
        },
      },
    ],
  },
});
