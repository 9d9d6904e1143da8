import type { Tx } from "@/db/database";
import { perDatabase } from "@/db/per-database";
import { changeDecisions, type DecidedLater } from "@/db/queries/decisions";
import { type AttemptRow, changeHeld, type DeliveryRow, insertAttempts } from "@/db/queries/deliveries";
import { lockGates, saveGate } from "@/db/queries/gates";
import { type Settled, settle } from "@/lib/core/delivery";
import { isThrottled, learned, OPEN_GATE } from "@/lib/core/gate";
import { gather } from "@/lib/core/gather";
import { channelOfLane } from "@/lib/core/lane";
import type { SendResult } from "@/lib/core/send-result";
import { count } from "@/lib/meter";
import { Together } from "../together";
import type { Call, Delivering } from "./call";
import { endGathered } from "./end-gathered";
import { learnConnections } from "./learn-connections";
import { giveBackPlace } from "./take-places";

/** A call that ended, with one result a member. */
export interface Ended {
  call: Call;
  results: readonly SendResult[];
}

const MOST_WORDS = 1024;
const queueOf = perDatabase(() => new Together<Ended, number>());

/**
 * Writes down how a call ended, with whatever other calls ended meanwhile in one transaction. Answers how many of its
 * members were still held: the result of a worker that slept through its lease is refused (F13).
 */
export function recordCall(given: Delivering, ended: Ended): Promise<number> {
  return queueOf(given.db).add(ended, async (all) => {
    const kept = await given.db.transact((tx) => record(tx, given, all));
    for (const { row, result } of kept.flat()) {
      count("belfry_attempts_total", 1, { channel: row.channel, outcome: result.outcome });
    }
    return kept.map(({ length }) => length);
  });
}

/** One member's part of a call that ended. */
interface Tried {
  ended: Ended;
  row: DeliveryRow;
  result: SendResult;
  end: Settled;
  change: Partial<DeliveryRow>;
}

/** Answers, call by call, the tries that were written down. */
async function record(tx: Tx, given: Delivering, all: readonly Ended[]): Promise<Tried[][]> {
  const now = given.now();
  await teachGates(tx, all, now);
  const tries = all.flatMap((ended) => triesOf(given, ended, now));
  const held = await changeHeld(tx, tries);
  const kept = tries.filter((_, at) => held[at]);
  for (const { row } of kept.filter(({ end }) => end.state === "failed")) await giveBackPlace(tx, row);
  await learnConnections(tx, given, kept, now);
  await insertAttempts(
    tx,
    kept.map((tried) => attemptOf(tried, now)),
  );
  await changeDecisions(tx, [...kept.map(decided), ...(await endGathered(tx, kept, now))]);
  const keptOf = gather(kept, ({ ended }) => ended);
  return all.map((ended) => keptOf.get(ended) ?? []);
}

function triesOf(given: Delivering, ended: Ended, now: Date): Tried[] {
  const { call, results } = ended;
  const shared = settledOnce(given, call, results, now);
  return call.members.map(({ row }, at) => {
    const result = results[at]!;
    const end = shared ?? settledOf(given, call, { row, result, now });
    return { ended, row, result, end, change: changeOf(row, end, result, now) };
  });
}

function decided({ row: { eventId, userId, channel }, end: { state, reason } }: Tried): DecidedLater {
  return { eventId, userId, channel, outcome: state, reason };
}

/** Each gate hears of its own calls, in the order in which they ended. Locked first, as claims lock them (F22). */
async function teachGates(tx: Tx, all: readonly Ended[], now: Date): Promise<void> {
  const heard = all.map(({ call, results }) => {
    const result = results[0]!;
    const asWhole = call.channel.oneProvider && !isThrottled(result);
    return { key: asWhole ? channelOfLane(call.lane) : call.lane, result };
  });
  const troubled = [...new Set(heard.filter(({ result }) => result.outcome === "retry").map(({ key }) => key))];
  const gates = await lockGates(tx, [...new Set(heard.map(({ key }) => key))], troubled);
  const changed = new Set<string>();
  for (const { key, result } of heard) {
    const gate = gates.get(key);
    // Nobody has ever had trouble there, and it needs no row to say so.
    if (!gate) continue;
    const after = learned(gate, result, now);
    if (after.failures === gate.failures && after.readyAt.getTime() === gate.readyAt.getTime()) continue;
    gates.set(key, after);
    changed.add(key);
  }
  for (const key of [...changed].sort()) await saveGate(tx, key, gates.get(key) ?? OPEN_GATE, now);
}

/** A batch that goes again goes whole, at one time; null where each member has an end of its own. */
function settledOnce(given: Delivering, call: Call, results: readonly SendResult[], now: Date): Settled | null {
  const [first] = call.members;
  const [result] = results;
  return first && result?.outcome === "retry" ? settledOf(given, call, { row: first.row, result, now }) : null;
}

interface TriedAt {
  row: DeliveryRow;
  result: SendResult;
  now: Date;
}

function settledOf({ chance }: Delivering, call: Call, { row, result, now }: TriedAt): Settled {
  const tried = { ...row, attempts: row.attempts + 1 };
  return settle(tried, result, {
    now,
    startedAt: call.startedAt,
    chance: chance(),
    keyMemory: call.channel.keyMemory,
  });
}

function changeOf(row: DeliveryRow, settled: Settled, result: SendResult, now: Date): Partial<DeliveryRow> {
  const { state, reason, detail } = settled;
  const common = { state, reason, detail, attempts: row.attempts + 1, leaseUntil: null };
  if (settled.state === "pending") {
    return { ...common, dueAt: settled.dueAt, uncertainSince: settled.uncertainSince };
  }
  // What was sent is in its notification; what failed keeps its words for another try.
  const providerId = result.outcome === "sent" ? (result.providerId ?? null) : null;
  return { ...common, endedAt: now, ...(state === "sent" && { providerId, content: null }) };
}

function attemptOf({ ended, row, result }: Tried, endedAt: Date): AttemptRow {
  return {
    deliveryId: row.id,
    number: row.claims,
    startedAt: ended.call.startedAt,
    endedAt,
    outcome: result.outcome,
    status: result.status ?? null,
    words: result.words === undefined ? null : asStored(result.words),
    ambiguous: result.outcome === "retry" && result.ambiguous,
  };
}

/** Whatever a provider answers must not keep the answer from being stored: PostgreSQL takes no NUL. */
function asStored(words: string): string {
  return Buffer.from(words).subarray(0, MOST_WORDS).toString().replaceAll("\0", "\ufffd");
}
