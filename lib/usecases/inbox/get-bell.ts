import { z } from "zod";
import { countUnread, listNotifications } from "@/db/queries/feed";
import type { NotificationRow } from "@/db/queries/notifications";
import { findUserSettings } from "@/db/queries/preferences";
import { findSchedule } from "@/db/queries/schedules";
import { BELL_SIZE, BELL_TABS, type BellFeed } from "@/lib/core/feed-item";
import { DEFAULT_RED_DOT } from "@/lib/core/preferences-view";
import { scheduleOf } from "@/lib/core/schedule";
import type { Feed } from "@/lib/core/topic";
import { needUser, type UserContext } from "../context";
import { viewHold } from "../schedule/read-my-schedule";
import { userVerb } from "../use-case";
import { feedItems } from "./feed-items";

/** What came up on the screen longer ago comes up no more; milliseconds. */
const SCREEN_AGE = 5 * 60_000;

/**
 * My bell: one tab of it, what comes up beside it, the counts of all, whether tabs show them (R9), and what holds back all
 * outside it (U16).
 */
export const getBell = userVerb({
  input: z.strictObject({ tab: z.enum(BELL_TABS).default("all") }),
  may: needUser,
  async run(ctx, { tab }): Promise<BellFeed> {
    const { db, workspaceId, actor, now } = ctx;
    const [rows, all, downloads, apps, settings, schedule] = await Promise.all([
      tab === "all" ? latest(ctx) : ofTab(ctx, tab),
      countUnread(db.read, workspaceId, actor.id, { now }),
      countUnread(db.read, workspaceId, actor.id, { now, feed: "downloads" }),
      countUnread(db.read, workspaceId, actor.id, { now, feed: "apps" }),
      findUserSettings(db.read, workspaceId, actor.id),
      findSchedule(db.read, workspaceId, actor.id),
    ]);
    return {
      items: await feedItems(ctx, rows),
      unread: all,
      tabs: { all, downloads, apps },
      position: rows[0]?.position ?? null,
      redDot: settings?.redDot ?? DEFAULT_RED_DOT,
      hold: viewHold(scheduleOf(schedule), actor.timeZone, now),
    };
  },
});

function ofTab({ db, workspaceId, actor, now }: UserContext, feed: Feed): Promise<NotificationRow[]> {
  return listNotifications(db.read, workspaceId, actor.id, { now, feed, bellOnly: true, limit: BELL_SIZE });
}

/** The bell's 50, and among them what comes up without it (R25): Bell off and Pop-up on. One question for nearly all. */
async function latest({ db, workspaceId, actor, now }: UserContext): Promise<NotificationRow[]> {
  const list = (options: { limit: number; cameUpSince?: Date; before?: string }) =>
    listNotifications(db.read, workspaceId, actor.id, { now, bellOnly: true, ...options });
  const rows = await list({ limit: BELL_SIZE, cameUpSince: new Date(now.getTime() - SCREEN_AGE) });
  const beside = rows.filter(({ inBell }) => !inBell).length;
  if (beside === 0 || rows.length < BELL_SIZE) return rows;
  // Those took places that are the bell's.
  return [...rows, ...(await list({ limit: beside, before: rows.at(-1)?.position }))];
}
