import { broadcastsBefore, type SeedBroadcast } from "@/db/seed/broadcasts";
import type { Told } from "@/db/seed/teller";
import { createEmail } from "@/lib/channels/email/email";
import { createOutbox } from "@/lib/channels/email/outbox";
import { EventInput } from "@/lib/core/event";
import { newId } from "@/lib/ids";
import type { Context } from "@/lib/usecases/context";
import { LEASE, PATIENCE } from "@/lib/usecases/delivery/call";
import { deliverDue } from "@/lib/usecases/delivery/deliver-due";
import { keepMailsIn } from "@/lib/usecases/delivery/keep-mails";
import { decideDueEvents } from "@/lib/usecases/events/decide-due-events";
import { publishEvent } from "@/lib/usecases/events/publish-event";
import { looksBefore, lookThrough } from "./read-along";
import { send, takeNote } from "./send-broadcasts";
import type { AppIds } from "./store-company";

interface Replay {
  apps: AppIds;
  start: Date;
  say(line: string): void;
  /** Where the links of mails lead. */
  publicUrl: string;
}

/**
 * How many events are decided in one pass, and of how many minutes, by their age in hours: the older, the coarser, so
 * that making the company takes seconds. The last hours are played one by one.
 */
const PASSES = [
  { older: 96, events: 20, minutes: 60 },
  { older: 12, events: 6, minutes: 20 },
  { older: 0, events: 1, minutes: 0 },
] as const;

/**
 * Plays a history with a moving clock through the same use cases as live events: they are accepted and decided at their
 * own time, and people read their bells in between. Throws at the first event that cannot be accepted or decided.
 */
export async function replay(
  ctx: Context,
  history: readonly Told[],
  { apps, start, say, publicUrl }: Replay,
): Promise<void> {
  const looks = looksBefore(start);
  const { sent, scheduled } = broadcastsBefore(start);
  let nextLook = 0;
  let done = 0;
  let isSent = false;
  for (const pass of passesOf(history, start)) {
    const now = pass.at(-1)!.at;
    if (!isSent && sent.at <= now) {
      isSent = true;
      await sendOut(ctx, sent, publicUrl);
    }
    for (; nextLook < looks.length && looks[nextLook]!.at <= now; nextLook++) await lookThrough(ctx, looks[nextLook]!);
    await Promise.all(pass.map((told) => publish(ctx, told, apps)));
    await decide(ctx, now);
    await deliver(ctx, now, publicUrl);
    if (Math.floor((done + pass.length) / 500) > Math.floor(done / 500))
      say(`  ${done + pass.length} of ${history.length} events`);
    done += pass.length;
  }
  await send(ctx, scheduled);
}

/** A broadcast as it went, to all, and what they made of it. */
async function sendOut(ctx: Context, sent: SeedBroadcast, publicUrl: string): Promise<void> {
  await send(ctx, sent);
  await decide(ctx, sent.at);
  await deliver(ctx, sent.at, publicUrl);
  await takeNote(ctx, sent);
}

function passesOf(history: readonly Told[], start: Date): Told[][] {
  const passes: Told[][] = [];
  for (const told of history) {
    const pass = passes.at(-1);
    const hours = (start.getTime() - told.at.getTime()) / 3_600_000;
    const { events, minutes } = PASSES.find(({ older }) => hours >= older)!;
    const isNear = pass && told.at.getTime() - pass[0]!.at.getTime() < minutes * 60_000;
    if (isNear && pass.length < events) pass.push(told);
    else passes.push([told]);
  }
  return passes;
}

async function publish(ctx: Context, { at, app, event }: Told, apps: AppIds): Promise<void> {
  const actor = { kind: "key", id: "key_demo", appId: apps[app], scopes: ["events:write"] } as const;
  await publishEvent.run({ ...ctx, actor, now: at }, EventInput.parse(event));
}

async function decide({ db }: Context, now: Date): Promise<void> {
  const onFault = (eventId: string, cause: unknown) => {
    throw new Error(`The sample event ${eventId} could not be decided.`, { cause });
  };
  await decideDueEvents(db, { now, newId, activeWindowSeconds: 60, onFault }, () => {});
}

/** Into the outbox, at their own time: the sample company has no provider. */
async function deliver({ db, secret }: Context, at: Date, publicUrl: string): Promise<void> {
  const now = () => at;
  const outbox = createOutbox(keepMailsIn({ db, now, newId }));
  const email = createEmail(outbox, { from: "Belfry <belfry@localhost>", publicUrl });
  const times = { now, chance: Math.random, lease: LEASE, patience: PATIENCE };
  const channels = new Map([[email.channel, email]]);
  while ((await deliverDue({ db, channels, newId, secret, dailyCap: 1000, ...times })) > 0);
}
