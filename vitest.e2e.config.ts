import { defineConfig } from "vitest/config";

/** In a browser, against what `npm run build` made, one file after the other. */
export default defineConfig({
  test: {
    include: ["tests/e2e/**/*.test.ts"],
    setupFiles: ["tests/support/setup.ts"],
    pool: "forks",
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // An address changes before its page does: what is awaited may take a busy machine a while.
    expect: { poll: { timeout: 60_000 } },
  },
});
