import { z } from "zod";
import { findNotification } from "@/db/queries/notifications";
import { wordsOfBroadcasts } from "../broadcasts/broadcast-parts";
import { needSelfOr } from "../context";
import { found, verb } from "../use-case";
import { knownApps } from "./known-apps";
import { type NotificationView, notificationView } from "./notification-view";

export const getNotification = verb({
  input: z.strictObject({ user: z.string(), id: z.string() }),
  may: needSelfOr("notifications:read"),
  async run({ db, workspaceId }, { user, id }): Promise<NotificationView> {
    const row = found(await findNotification(db.read, workspaceId, user, id), "notification");
    const html = await wordsOfBroadcasts(db, workspaceId, [row]);
    return notificationView(row, await knownApps(db, workspaceId), html);
  },
});
