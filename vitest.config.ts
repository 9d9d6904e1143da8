import { defineConfig } from "vitest/config";

const NOT_OURS = ["**/node_modules/**", ".next/**", "dist/**", "e2e/**", "data/**"];
const ON_DATABASE = "**/*.db.test.ts";
const ON_PROCESSES = "**/*.process.test.ts";

/** Integration tests run twice, written once: a process speaks the dialect of its DATABASE_URL. */
function onDatabase(dialect: "sqlite" | "postgres") {
  return {
    extends: true as const,
    test: {
      name: dialect,
      include: [ON_DATABASE],
      env: { TEST_DIALECT: dialect },
      globalSetup: [`./db/testing/${dialect}.ts`],
      setupFiles: ["./db/testing/database-url.ts"],
      testTimeout: 40_000,
      hookTimeout: 60_000,
    },
  };
}

export default defineConfig({
  resolve: { alias: { "@": import.meta.dirname } },
  test: {
    pool: "forks",
    // Else one core of two stays idle: vitest leaves one free for itself.
    maxWorkers: "100%",
    // Files share what a worker has loaded: half of the time went into loading it anew. What a test makes is its own.
    isolate: false,
    exclude: NOT_OURS,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx,mjs}"],
          exclude: [...NOT_OURS, ON_DATABASE, ON_PROCESSES],
          // None waits for a clock: what is slow here is the machine.
          testTimeout: 30_000,
          // A unit test that reaches for the database should fail, not fill ./data.
          env: { DATABASE_URL: "file:/dev/null/unit-tests-have-no-database.db" },
        },
      },
      onDatabase("sqlite"),
      onDatabase("postgres"),
      {
        extends: true,
        // The built server in processes of its own, one file at a time: what is measured here needs the machine.
        test: { name: "process", include: [ON_PROCESSES], fileParallelism: false, testTimeout: 60_000 },
      },
    ],
  },
});
