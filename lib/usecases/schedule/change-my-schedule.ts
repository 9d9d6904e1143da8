import { saveSchedule } from "@/db/queries/schedules";
import { lockUser } from "@/db/queries/users";
import { ScheduleChange, type ScheduleView } from "@/lib/core/schedule-view";
import { needUser } from "../context";
import { found, userVerb } from "../use-case";
import { viewSchedule } from "./read-my-schedule";
import { retimeWaiting } from "./retime-waiting";

/** Changes when I want to be reached; what the change does not name stays. Answers the whole as it stands then. */
export const changeMySchedule = userVerb({
  input: ScheduleChange,
  may: needUser,
  async run(ctx, { pausedUntil, ...change }): Promise<ScheduleView> {
    const { db, workspaceId, actor, now } = ctx;
    const until = pausedUntil === undefined ? {} : { pausedUntil: pausedUntil === null ? null : new Date(pausedUntil) };
    const schedule = await db.transact(async (tx) => {
      found(await lockUser(tx, workspaceId, actor.id), "user");
      await saveSchedule(tx, { workspaceId, userId: actor.id, updatedAt: now }, { ...change, ...until });
      return retimeWaiting(tx, ctx, { id: actor.id, timeZone: actor.timeZone });
    });
    ctx.wake();
    // About no notification: my other tabs ask again how I want to be reached.
    ctx.tell?.(actor.id, []);
    return viewSchedule(schedule, actor.timeZone, now);
  },
});
