import { z } from "zod";
import { findEvent } from "@/db/queries/events";
import { findNotifications } from "@/db/queries/notifications";
import { findUser, findUserIdsByEmail } from "@/db/queries/users";
import { needRole } from "../context";
import { verb } from "../use-case";

/** Where a search line leads: an event, or somebody's events; null where nobody goes by that. */
export type FoundActivity = { event: string; person?: string } | { person: string } | null;

/** What a search line names: the id of an event or a notification, or a person by id or address (U24). */
export const findActivity = verb({
  input: z.strictObject({ text: z.string().trim().max(300) }),
  may: needRole("admin"),
  async run({ db, workspaceId }, { text }): Promise<FoundActivity> {
    if (text.startsWith("evt_") && (await findEvent(db.read, workspaceId, text))) return { event: text };
    if (text.startsWith("ntf_")) {
      const notification = (await findNotifications(db.read, workspaceId, [text])).get(text);
      if (notification) return { event: notification.eventId, person: notification.userId };
    }
    if (text.includes("@")) {
      const [known] = await findUserIdsByEmail(db.read, workspaceId, [text.toLowerCase()]);
      if (known) return { person: known.id };
    }
    const user = text === "" ? undefined : await findUser(db.read, workspaceId, text);
    return user ? { person: user.id } : null;
  },
});
