import { STEPS } from "../checks/steps.mjs";
import { failures, lastLine, table } from "../checks/tally.mjs";
import { ensureDependencies } from "../setup/ensure-dependencies.mjs";
import { say } from "../setup/say.mjs";
import { SetUpFailed } from "../setup/set-up-failed.mjs";

const FAMILIES = {
  checks: ["lint", "imports", "unused", "types"],
  integration: ["sqlite", "postgres"],
  process: ["build", "process"],
  e2e: ["build", "e2e"],
};

/** `npm test [-- part …]`: every step runs even after one failed, and the last line sums them up. */
export async function run(args) {
  const steps = chosen(args);
  // What runs here decides for itself: vitest wants "test", the build sets "production".
  delete process.env.NODE_ENV;
  process.env.NEXT_TELEMETRY_DISABLED = "1";
  const results = [];
  try {
    await ensureDependencies();
    for (const step of steps) {
      const result = await timed(step);
      results.push(result);
      if (step.stops && result.failed > 0) break;
    }
  } catch (error) {
    if (!(error instanceof SetUpFailed)) throw error;
    say(error.message);
    results.push({ title: "Set-up", passed: 0, failed: 1, skipped: 0, seconds: 0 });
  }
  process.stdout.write(`\n${failures(results)}\n\n${table(results)}\n\n${lastLine(results)}\n`);
  process.exitCode = results.some(({ failed }) => failed > 0) ? 1 : 0;
}

function chosen(args) {
  const known = [...STEPS.map(({ part }) => part), ...Object.keys(FAMILIES)];
  const wrong = args.filter((arg) => !known.includes(arg));
  if (wrong.length > 0)
    throw new SetUpFailed(`No part is called ${wrong.join(", ")}. Say some of: ${known.join(", ")}.`);
  const parts = args.flatMap((arg) => FAMILIES[arg] ?? [arg]);
  return args.length === 0 ? STEPS : STEPS.filter(({ part }) => parts.includes(part));
}

async function timed(step) {
  process.stdout.write(`\n── ${step.title} ${"─".repeat(Math.max(0, 70 - step.title.length))}\n\n`);
  const started = Date.now();
  const counts = await step.run();
  const seconds = (Date.now() - started) / 1000;
  process.stdout.write(`\n   ${step.title}: ${lastLine([counts])} in ${seconds.toFixed(1)} s\n`);
  return { title: step.title, ...counts, seconds };
}
