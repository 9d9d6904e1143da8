import fc from "fast-check";
import { expect, test } from "vitest";
import { LONGEST_LIFE, MOST_ATTEMPTS, MOST_LOST, refusalAt, retryAt, settle, type Tried } from "./delivery";
import type { SendResult } from "./send-result";

const now = new Date("2026-11-21T12:00:00Z");
const DAY = 86_400_000;
const at = { now, startedAt: new Date(now.getTime() - 15_000), chance: 0.5, keyMemory: DAY };
const fresh: Tried = { attempts: 1, lost: 0, uncertainSince: null };
const busy: SendResult = { outcome: "retry", ambiguous: false, status: 503 };

test("is sent when the provider took it", () => {
  expect(settle(fresh, { outcome: "sent" }, at)).toEqual({ state: "sent", reason: "delivered", detail: null });
});

test("fails with the channel's own reason when the provider never will", () => {
  const gone: SendResult = { outcome: "failed", reason: "endpoint_gone", status: 410 };
  expect(settle(fresh, gone, at)).toEqual({ state: "failed", reason: "endpoint_gone", detail: null });
});

test("waits longer after each try, until there were ten", () => {
  const pauses = [];
  for (let attempts = 1; attempts < MOST_ATTEMPTS; attempts++) {
    const settled = settle({ ...fresh, attempts }, busy, at);
    pauses.push(settled.state === "pending" && (settled.dueAt.getTime() - now.getTime()) / 1000);
  }
  expect(pauses).toEqual([3.75, 15, 60, 240, 960, 3840, 10_800, 10_800, 10_800]);
  expect(settle({ ...fresh, attempts: MOST_ATTEMPTS }, busy, at)).toMatchObject({
    state: "failed",
    reason: "attempts_exhausted",
  });
});

test("remembers when it first could not know, and gives up before the provider forgets the key (F23)", () => {
  const first = settle(fresh, { ...busy, ambiguous: true }, at);
  expect(first).toMatchObject({ state: "pending", uncertainSince: at.startedAt });
  const late = { ...fresh, attempts: 3, uncertainSince: new Date(now.getTime() - DAY + 60_000) };
  const asked: SendResult = { ...busy, retryAfter: "3600" };
  const dead = { state: "failed", reason: "attempts_exhausted", detail: "idempotency_window_passed" };
  expect(settle(late, asked, at)).toEqual(dead);
  expect(refusalAt({ ...late, dueAt: now }, new Date(now.getTime() + 120_000), DAY)).toEqual(dead);
  expect(refusalAt({ ...late, dueAt: now }, now, DAY)).toBeNull();
});

test("asks nothing of keys where the provider knows none, or nobody doubts", () => {
  const old = new Date(now.getTime() - 2 * DAY);
  expect(refusalAt({ lost: 0, dueAt: old, uncertainSince: old }, now, 0)).toBeNull();
  expect(refusalAt({ lost: 0, dueAt: old, uncertainSince: old }, now, Number.POSITIVE_INFINITY)).toBeNull();
  expect(refusalAt({ lost: 0, dueAt: old, uncertainSince: null }, now, DAY)).toBeNull();
});

test("gives up what was due for weeks behind a provider that is down, however long a pause had held it before", () => {
  const due = (days: number) => ({ ...fresh, dueAt: new Date(now.getTime() - days * DAY) });
  expect(refusalAt(due(14), now, DAY)).toBeNull();
  expect(refusalAt(due(15), now, DAY)).toMatchObject({ detail: "waited_too_long" });
});

test("takes what killed five workers for poison (F14)", () => {
  expect(refusalAt({ ...fresh, dueAt: now, lost: MOST_LOST - 1 }, now, DAY)).toBeNull();
  expect(refusalAt({ ...fresh, dueAt: now, lost: MOST_LOST }, now, DAY)).toMatchObject({
    reason: "attempts_exhausted",
    detail: "worker_lost",
  });
});

const results: fc.Arbitrary<SendResult> = fc.oneof(
  fc.constant<SendResult>({ outcome: "sent" }),
  fc.constantFrom<SendResult>(
    { outcome: "failed", reason: "provider_rejected" },
    { outcome: "failed", reason: "endpoint_gone" },
  ),
  fc.record({
    outcome: fc.constant("retry" as const),
    ambiguous: fc.boolean(),
    status: fc.constantFrom(429, 500, 503),
    retryAfter: fc.oneof(
      fc.constant(undefined),
      fc.integer({ min: 0, max: 10 ** 9 }).map(String),
      fc.string({ maxLength: 12 }),
    ),
  }),
);

test("whatever happens, every delivery ends, with a reason, and never comes back in the past (I3)", () => {
  fc.assert(
    fc.property(
      fc.infiniteStream(results),
      fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })),
      (stream, chances) => {
        let time = now;
        let tried: Tried = { attempts: 0, lost: 0, uncertainSince: null };
        for (let tries = 1; ; tries++) {
          tried = { ...tried, attempts: tries };
          const settled = settle(tried, stream.next().value, {
            now: time,
            startedAt: time,
            chance: chances.next().value,
            keyMemory: DAY,
          });
          if (settled.state !== "pending") return tries <= MOST_ATTEMPTS && settled.reason !== undefined;
          if (settled.dueAt <= time || settled.dueAt.getTime() - time.getTime() > DAY + 5000) return false;
          // Nobody who doubts is tried again once the key may be forgotten.
          if (settled.uncertainSince && settled.dueAt.getTime() - settled.uncertainSince.getTime() > DAY) return false;
          if (settled.dueAt.getTime() - now.getTime() > LONGEST_LIFE) return false;
          time = settled.dueAt;
          tried = { ...tried, uncertainSince: settled.uncertainSince };
        }
      },
    ),
  );
});

test("never comes back before the provider allows it, and spreads those who fail together", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: DAY }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (attempts, ms, chance) => {
        const asked = new Date(now.getTime() + ms);
        expect(retryAt(attempts, asked, now, chance).getTime()).toBeGreaterThanOrEqual(asked.getTime());
        expect(retryAt(attempts, null, now, chance) > now).toBe(true);
      },
    ),
  );
  expect(retryAt(1, null, now, 0)).not.toEqual(retryAt(1, null, now, 0.9));
});
