import type { Database } from "@/db/database";
import { connections, deliveries } from "@/db/schema/deliveries";
import { workspaces } from "@/db/schema/directory";
import { userTopicPreferences } from "@/db/schema/preferences";
import { newId } from "@/lib/ids";
import { sealedConfig } from "@/lib/usecases/connections/config";
import { decideDueEvents } from "@/lib/usecases/events/decide-due-events";
import { publishToGroup } from "./audience";
import { SECRET } from "./context";
import { sampleEvent } from "./sample-event";

/** One event for as many people as there are addresses, decided: one webhook waits for each, and nothing else. */
export async function queueWebhooks(db: Database, urls: readonly string[]): Promise<void> {
  await publishToGroup(db, urls.length);
  const [workspace] = await db.read.select({ id: workspaces.id }).from(workspaces);
  const { id: workspaceId } = workspace!;
  const now = new Date();
  const { topic } = sampleEvent(0);
  await db.transact(async (tx) => {
    const secrets = [`whsec_${Buffer.alloc(32, 1).toString("base64")}`];
    await tx.insertMany(
      connections,
      urls.map((url, n) => ({
        id: newId("con"),
        workspaceId,
        userId: `person-${n}`,
        channel: "webhook" as const,
        label: "bench",
        config: sealedConfig(SECRET, { url, secrets }),
        createdAt: now,
      })),
    );
    const wish = (userId: string, medium: "apps" | "email", enabled: boolean) => ({
      workspaceId,
      userId,
      topic,
      medium,
      enabled,
      updatedAt: now,
    });
    await tx.insertMany(
      userTopicPreferences,
      urls.flatMap((_, n) => [wish(`person-${n}`, "apps", true), wish(`person-${n}`, "email", false)]),
    );
  });
  const onFault = (_: string, error: unknown) => {
    throw error;
  };
  while ((await decideDueEvents(db, { now, newId, activeWindowSeconds: 60, onFault }, () => {})) > 0);
  const waiting = await db.read.select({ id: deliveries.id }).from(deliveries);
  if (waiting.length !== urls.length) throw new Error(`${waiting.length} deliveries wait, not ${urls.length}.`);
}
