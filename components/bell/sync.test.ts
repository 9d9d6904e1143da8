import { expect, test } from "vitest";
import { createSync } from "./sync";

function gate() {
  const opens: (() => void)[] = [];
  const load = () => new Promise<void>((resolve) => void opens.push(resolve));
  return { opens, load };
}

test("asks again once after a run that was interrupted many times", async () => {
  const { opens, load } = gate();
  const ask = createSync(load);
  const done = ask();
  ask();
  ask();
  expect(opens).toHaveLength(1);
  opens[0]!();
  await Promise.resolve();
  await Promise.resolve();
  expect(opens).toHaveLength(2);
  opens[1]!();
  await done;
  expect(opens).toHaveLength(2);
});

test("asks anew when nothing is under way", async () => {
  let runs = 0;
  const ask = createSync(async () => void runs++);
  await ask();
  await ask();
  expect(runs).toBe(2);
});

test("a failed run does not block the next", async () => {
  let runs = 0;
  const ask = createSync(async () => {
    runs++;
    if (runs === 1) throw new Error("no answer");
  });
  await expect(ask()).rejects.toThrow("no answer");
  await ask();
  expect(runs).toBe(2);
});
