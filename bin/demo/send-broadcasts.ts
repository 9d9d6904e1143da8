import { DEMO_ACCOUNTS } from "@/db/seed/accounts";
import type { SeedBroadcast } from "@/db/seed/broadcasts";
import { chanceFrom } from "@/db/seed/chance";
import { PEOPLE } from "@/db/seed/people";
import { BroadcastInput } from "@/lib/core/broadcast-input";
import { acknowledgeBroadcast } from "@/lib/usecases/broadcasts/acknowledge-broadcast";
import { createBroadcast } from "@/lib/usecases/broadcasts/create-broadcast";
import type { Context, UserContext } from "@/lib/usecases/context";
import { listNotifications } from "@/lib/usecases/inbox/list-notifications";

/** Writes a broadcast as its writer did then. */
export async function send(ctx: Context, { at, by, message }: SeedBroadcast): Promise<void> {
  await createBroadcast.run(personAt(ctx, by, at), BroadcastInput.parse(message));
}

/** Some of those who got it take note within the hours after; those of the demo are left to do it themselves. */
export async function takeNote(ctx: Context, { at, message }: SeedBroadcast): Promise<void> {
  const chance = chanceFrom("broadcast");
  const waits = new Set<string>(DEMO_ACCOUNTS.map(({ id }) => id));
  for (const { id } of PEOPLE) {
    const minutes = chance.whole(3, 180);
    if (waits.has(id) || !chance.maybe(0.6)) continue;
    const self = personAt(ctx, id, new Date(at.getTime() + minutes * 60_000));
    const page = { user: id, tab: "all", unread: false, limit: 50, cursor: undefined } as const;
    const { data } = await listNotifications.run(self, page);
    const told = data.find(({ title }) => title === message.title);
    if (told) await acknowledgeBroadcast.run(self, { notification: told.id });
  }
}

function personAt(ctx: Context, id: string, now: Date): UserContext {
  const { name, role, time_zone: timeZone } = PEOPLE.find((person) => person.id === id)!;
  return { ...ctx, now, actor: { kind: "user", id, name, role, timeZone, sessionId: "ses_demo" } };
}
