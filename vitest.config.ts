import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    setupFiles: ["tests/support/setup.ts"],
    pool: "forks",
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
          testTimeout: 120_000, // Processes are started and killed: a busy machine takes its time.
          hookTimeout: 120_000,
          globalSetup: ["tests/db/support/start-postgres.ts", "tests/db/support/build-scripts.ts"],
        },
      },
    ],
  },
});
