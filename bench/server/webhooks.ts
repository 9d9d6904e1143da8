import type { Database } from "@/db/database";
import { connections, deliveries } from "@/db/schema/deliveries";
import { userTopicPreferences } from "@/db/schema/preferences";
import { newId } from "@/lib/ids";
import { sealedConfig } from "@/lib/usecases/connections/config";
import { publishToGroup } from "./audience";
import { SECRET } from "./context";
import { decideAll } from "./decide-all";
import { sampleEvent } from "./sample-event";
import { workspaceOf } from "./workspace";

/** One event for as many people as there are addresses, decided: one webhook waits for each, and nothing else. */
export async function queueWebhooks(db: Database, urls: readonly string[]): Promise<void> {
  await publishToGroup(db, urls.length);
  const workspaceId = await workspaceOf(db);
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
  await decideAll(db);
  const waiting = await db.read.select({ id: deliveries.id }).from(deliveries);
  if (waiting.length !== urls.length) throw new Error(`${waiting.length} deliveries wait, not ${urls.length}.`);
}
