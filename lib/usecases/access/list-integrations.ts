import { z } from "zod";
import { type ApiKeyRow, listApiKeys, listApps } from "@/db/queries/access";
import { listLatestEvents } from "@/db/queries/events";
import type { IntegrationView, KeyView } from "@/lib/core/integration-view";
import { needRole } from "../context";
import { verb } from "../use-case";

/** How many of the workspace's latest events are looked through for each app's own, and how many of these are shown. */
const LATEST = 500;
const SHOWN = 5;

/** The integrations with their keys, in the order of their names (S14). */
export const listIntegrations = verb({
  input: z.strictObject({}),
  may: needRole("super_admin"),
  async run({ db, workspaceId, now }): Promise<IntegrationView[]> {
    const [apps, keys, events] = await Promise.all([
      listApps(db.read, workspaceId),
      listApiKeys(db.read, workspaceId),
      listLatestEvents(db.read, workspaceId, LATEST),
    ]);
    const inOrder = apps.toSorted((a, b) => a.name.localeCompare(b.name, "en") || (a.id < b.id ? -1 : 1));
    return inOrder.map(({ id, name, icon, rateLimit }) => ({
      ...{ id, name, icon, rateLimit },
      keys: keys.filter(({ appId }) => appId === id).map((key) => keyView(key, now)),
      recent: events
        .filter(({ appId }) => appId === id)
        .slice(0, SHOWN)
        .map(({ id, topic, status, createdAt }) => ({ id, topic, status, at: createdAt.toISOString() })),
    }));
  },
});

function keyView({ id, name, scopes, createdAt, expiresAt, lastUsedAt, revokedAt }: ApiKeyRow, now: Date): KeyView {
  return {
    ...{ id, name, scopes },
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    state: revokedAt ? "revoked" : expiresAt && expiresAt <= now ? "expired" : "in force",
  };
}
