import { ensureBrowser, ensureHeadlessShell } from "../setup/ensure-browser.mjs";
import { runLive } from "../setup/run-child.mjs";
import { buildStep } from "./build-step.mjs";
import { countPlaywright } from "./count-playwright.mjs";
import { countVitest } from "./count-vitest.mjs";
import { runCounted } from "./run-counted.mjs";

/**
 * What `npm test` does, in this order. `run` answers `{passed, failed, skipped}`; after a failure of a step with
 * `stops` the rest is pointless.
 */
export const STEPS = [
  { part: "lint", title: "Lint and format", run: check(["biome", "check"]) },
  { part: "imports", title: "Who may import whom", run: check(["node", "bin/check-imports.mjs"]) },
  { part: "unused", title: "Unused code", run: check(["knip"]) },
  { part: "types", title: "Types", run: check(["next", "typegen"], ["tsc", "--noEmit"]) },
  { part: "unit", title: "Unit tests", run: vitest("unit") },
  { part: "sqlite", title: "Integration tests on SQLite", run: vitest("sqlite") },
  { part: "postgres", title: "Integration tests on PostgreSQL", run: vitest("postgres") },
  { part: "build", title: "Build", run: buildStep, stops: true },
  { part: "process", title: "The built server, killed and stopped", run: vitest("process") },
  { part: "e2e", title: "Browser tests", run: playwright },
];

/** A check counts as one: its commands in turn, passed when all end with 0. */
function check(...commands) {
  return async () => {
    for (const [name, ...args] of commands) {
      const command = name === "node" ? process.execPath : `node_modules/.bin/${name}`;
      if ((await runLive(command, args)) !== 0) return { passed: 0, failed: 1, skipped: 0 };
    }
    return { passed: 1, failed: 0, skipped: 0 };
  };
}

function vitest(project) {
  return () =>
    runCounted(countVitest, (report) => {
      const args = [
        "run",
        "--project",
        project,
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${report}`,
      ];
      return runLive("node_modules/.bin/vitest", args);
    });
}

function playwright() {
  return runCounted(countPlaywright, async (report) => {
    const shell = (await ensureHeadlessShell()) ?? "";
    const env = { ...process.env, CHROMIUM_PATH: await ensureBrowser(), HEADLESS_SHELL_PATH: shell };
    return runLive("node_modules/.bin/playwright", ["test"], { ...env, PLAYWRIGHT_JSON: report });
  });
}
