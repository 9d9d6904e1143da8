import type { Database } from "@/db/database";
import { findAcknowledged } from "@/db/queries/broadcast-people";
import { type BroadcastWords, findBroadcastWords } from "@/db/queries/broadcasts";
import type { NotificationRow } from "@/db/queries/notifications";
import { broadcastOf } from "@/lib/core/broadcast";
import type { FeedItem } from "@/lib/core/feed-item";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { UserContext } from "../context";

type Keyed = Pick<NotificationRow, "id" | "updateKey">;

/** What a person's notifications of broadcasts show beside the rest, by notification. Asks nothing where there are none. */
export async function broadcastParts({ db, workspaceId, actor }: UserContext, rows: readonly Keyed[]) {
  const parts = new Map<string, FeedItem["broadcast"]>();
  const words = await wordsOfBroadcasts(db, workspaceId, rows);
  const acknowledged = await findAcknowledged(db.read, actor.id, [...words.keys()]);
  for (const { id, updateKey } of rows) {
    const broadcast = broadcastOf(updateKey) ?? "";
    const found = words.get(broadcast);
    if (!found) continue;
    const wanted = found.requireAcknowledgement ? "wanted" : null;
    parts.set(id, { html: found.bodyHtml, acknowledge: acknowledged.has(broadcast) ? "given" : wanted });
  }
  return parts;
}

/** What the broadcasts among these notifications say, by broadcast. */
export function wordsOfBroadcasts(
  db: Database,
  workspaceId: WorkspaceId,
  rows: readonly Pick<Keyed, "updateKey">[],
): Promise<Map<string, BroadcastWords>> {
  const ids = rows.flatMap(({ updateKey }) => broadcastOf(updateKey) ?? []);
  return findBroadcastWords(db.read, workspaceId, [...new Set(ids)]);
}
