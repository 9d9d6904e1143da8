import fc from "fast-check";
import { expect, test } from "vitest";
import { type Gate, isBroken, learned, MOST_FAILURES, OPEN_GATE, PROBE_EVERY, passed } from "./gate";
import type { SendResult } from "./send-result";

const start = new Date("2026-11-21T12:00:00Z");
const after = (ms: number) => new Date(start.getTime() + ms);
const down: SendResult = { outcome: "retry", ambiguous: true };

test("opens after ten failures at most, and then lets one through each half minute (F22)", () => {
  let gate: Gate = OPEN_GATE;
  let calls = 0;
  for (let ms = 0; ms < 3_600_000; ms += 1000) {
    if (gate.readyAt > after(ms)) continue;
    calls++;
    gate = learned(passed(gate, 0, after(ms)), down, after(ms));
  }
  expect(MOST_FAILURES).toBeLessThanOrEqual(10);
  expect(calls).toBeLessThanOrEqual(MOST_FAILURES + 3_600_000 / PROBE_EVERY);
  expect(isBroken(gate)).toBe(true);
  const mended = learned(gate, { outcome: "sent" }, after(3_600_000));
  expect(isBroken(mended)).toBe(false);
  expect(mended.readyAt).toEqual(after(3_600_000));
});

test("does not take a provider for dead that says no", () => {
  let gate: Gate = { readyAt: start, failures: MOST_FAILURES - 1 };
  gate = learned(gate, { outcome: "failed", reason: "provider_rejected", status: 422 }, start);
  expect(gate.failures).toBe(0);
});

test("closes for as long as the provider asks, for all who go through it (F20)", () => {
  const asked: SendResult = { outcome: "retry", ambiguous: false, status: 429, retryAfter: "60" };
  expect(learned(OPEN_GATE, asked, start)).toEqual({ failures: 0, readyAt: after(60_000) });
  const bare = learned(OPEN_GATE, { outcome: "retry", ambiguous: false, status: 429 }, start);
  expect(bare.readyAt > start).toBe(true);
  expect(bare.failures).toBe(0);
});

test("never lets two through closer than its pace, whatever they learn (F21)", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(2000), fc.constantFrom<SendResult>({ outcome: "sent" }, down)), { maxLength: 60 }),
      (steps) => {
        let gate: Gate = OPEN_GATE;
        let time = start.getTime();
        let last = Number.NEGATIVE_INFINITY;
        for (const [ms, result] of steps) {
          time += ms;
          if (gate.readyAt.getTime() > time) continue;
          expect(time - last).toBeGreaterThanOrEqual(550);
          last = time;
          gate = learned(passed(gate, 550, new Date(time)), result, new Date(time));
        }
      },
    ),
  );
});
