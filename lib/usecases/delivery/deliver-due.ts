import type { Call, Delivering } from "./call";
import { claimCalls } from "./claim-calls";
import { recordCall } from "./record-call";
import { sendCall } from "./send-call";

/** One pass to its end: claims what is due, sends it, and writes down what became of it. Answers how many calls. */
export async function deliverDue(given: Delivering, room = 64): Promise<number> {
  const calls = await claimCalls(given, { room, kept: 0, orphans: 0, rescues: true, seen: new Map() });
  await Promise.all(calls.map((call) => deliverCall(given, call)));
  return calls.length;
}

/** Sends one claimed call and writes down what became of it. */
export async function deliverCall(given: Delivering, call: Call): Promise<number> {
  return recordCall(given, { call, results: await sendCall(given, call) });
}
