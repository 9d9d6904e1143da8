import { DEMO_ACCOUNTS } from "@/db/seed/accounts";
import { chanceFrom } from "@/db/seed/chance";
import { PEOPLE, type SeedPerson } from "@/db/seed/people";
import { everyDay, isWorkday } from "@/db/seed/work-time";
import type { Context } from "@/lib/usecases/context";
import { listNotifications } from "@/lib/usecases/inbox/list-notifications";
import { setArchived, setRead } from "@/lib/usecases/inbox/set-state";

/** A person goes through their bell. */
interface Look {
  at: Date;
  person: SeedPerson;
}

/** What came in the last hours waits for whoever signs in first; milliseconds. */
const UNREAD_BEFORE_START = 4 * 3_600_000;
const DEMO_IDS: readonly string[] = DEMO_ACCOUNTS.map(({ id }) => id);

/** When people looked: at the end of every other day, those of the demo each morning and afternoon; in order. */
export function looksBefore(start: Date): Look[] {
  const last = start.getTime() - UNREAD_BEFORE_START;
  return PEOPLE.flatMap((person, index) => {
    const isDemo = DEMO_IDS.includes(person.id);
    const minutes = isDemo ? [8 * 60 + index, 16 * 60] : [13 * 60 + index * 3];
    return minutes
      .flatMap((minute) => everyDay(start, minute))
      .filter((at) => isWorkday(at) && at.getTime() < last && (isDemo || (at.getUTCDate() + index) % 2 === 0))
      .map((at) => ({ at, person }));
  }).sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** Reads nearly all that is unread, and puts some of it away. */
export async function lookThrough(ctx: Context, { at, person }: Look): Promise<void> {
  const { id, name, role, time_zone: timeZone } = person;
  const self = { ...ctx, now: at, actor: { kind: "user", id, name, role, timeZone, sessionId: "ses_demo" } as const };
  const { data } = await listNotifications.run(self, {
    user: id,
    tab: "all",
    unread: true,
    limit: 100,
    cursor: undefined,
  });
  if (data.length === 0) return;
  const chance = chanceFrom(`${id} ${at.toISOString()}`);
  const read = data.filter(() => chance.maybe(0.93)).map((one) => one.id);
  if (read.length > 0) await setRead.run(self, { ids: read, read: true });
  const away = read.filter(() => chance.maybe(0.12));
  if (away.length > 0) await setArchived.run(self, { ids: away, archived: true });
}
