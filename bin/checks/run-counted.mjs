import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { say } from "../setup/say.mjs";
import { SetUpFailed } from "../setup/set-up-failed.mjs";

/** Runs a test runner that writes its JSON report to the path given, and counts what the report tells. */
export async function runCounted(count, runner) {
  const folder = mkdtempSync(path.join(tmpdir(), "belfry-tests-"));
  const report = path.join(folder, "report.json");
  try {
    const code = await runner(report);
    return settle(existsSync(report) ? count(JSON.parse(readFileSync(report, "utf8"))) : undefined, code);
  } catch (error) {
    if (!(error instanceof SetUpFailed)) throw error;
    say(error.message);
    return settle(undefined, 1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A runner that crashed, ran nothing, or failed without naming a test is a failure too, never silence. */
function settle(counts = { passed: 0, failed: 0, skipped: 0 }, code) {
  const silent = counts.failed === 0 && (code !== 0 || counts.passed === 0);
  return silent ? { ...counts, failed: 1 } : counts;
}
