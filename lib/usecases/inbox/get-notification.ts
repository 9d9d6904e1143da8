import { z } from "zod";
import { findNotification, type NotificationRow } from "@/db/queries/notifications";
import { wordsOfBroadcasts } from "../broadcasts/broadcast-parts";
import { type Context, needSelfOr } from "../context";
import { found, verb } from "../use-case";
import { knownApps } from "./known-apps";
import { type NotificationView, notificationView } from "./notification-view";

export const getNotification = verb({
  input: z.strictObject({ user: z.string(), id: z.string() }),
  may: needSelfOr("notifications:read"),
  async run(ctx, { user, id }): Promise<NotificationView> {
    const row = found(await findNotification(ctx.db.read, ctx.workspaceId, user, id), "notification");
    return notificationView(row, ...(await besides(ctx, row)));
  },
});

/** What the view of a notification holds besides its row. */
export async function besides({ db, workspaceId }: Context, row: NotificationRow) {
  return [await knownApps(db, workspaceId), await wordsOfBroadcasts(db, workspaceId, [row])] as const;
}
