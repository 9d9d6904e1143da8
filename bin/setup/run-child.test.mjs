import { expect, test } from "vitest";
import { runLive, runLogged } from "./run-child.mjs";

test("a live command's exit code is passed on", async () => {
  expect(await runLive(process.execPath, ["-e", "process.exit(78)"])).toBe(78);
});

test("a command ended by a signal answers 128 and its number, as a shell does", async () => {
  expect(await runLive(process.execPath, ["-e", "process.kill(process.pid, 'SIGKILL')"])).toBe(137);
});

test("a step that fails shows what it said and what to do", async () => {
  const script = "console.error('no compiler'); process.exit(1)";
  await expect(runLogged("Trying", process.execPath, ["-e", script], { advice: "Get one." })).rejects.toThrow(
    /^no compiler\n\nTrying: failed\.\nGet one\.\nThe whole log: /,
  );
});

test("a command that is not there says so", async () => {
  await expect(runLogged("Trying", "/no/such/command", [], { advice: "" })).rejects.toThrow(/Cannot run \/no\/such/);
});
