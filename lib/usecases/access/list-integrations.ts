import { z } from "zod";
import { type ApiKeyRow, listApiKeys, listApps } from "@/db/queries/access";
import { listEventsOfApp } from "@/db/queries/events";
import type { IntegrationView, KeyView } from "@/lib/core/integration-view";
import { needRole } from "../context";
import { verb } from "../use-case";

/** How many of an app's latest events are shown. */
const SHOWN = 5;

/** The integrations with their keys, in the order of their names (S14). */
export const listIntegrations = verb({
  input: z.strictObject({}),
  may: needRole("super_admin"),
  async run({ db, workspaceId, now }): Promise<IntegrationView[]> {
    const [apps, keys] = await Promise.all([listApps(db.read, workspaceId), listApiKeys(db.read, workspaceId)]);
    // One short look-up in an index an app, and apps are few: in one statement each would be sorted out of all events.
    const recent = await Promise.all(apps.map((app) => listEventsOfApp(db.read, workspaceId, app.id, SHOWN)));
    const recentOf = new Map(apps.map((app, n) => [app.id, recent[n]!]));
    const inOrder = apps.toSorted((a, b) => a.name.localeCompare(b.name, "en") || (a.id < b.id ? -1 : 1));
    return inOrder.map(({ id, name, icon, rateLimit }) => ({
      id,
      name,
      icon,
      rateLimit,
      keys: keys.filter(({ appId }) => appId === id).map((key) => keyView(key, now)),
      recent: recentOf
        .get(id)!
        .map(({ id, topic, status, createdAt }) => ({ id, topic, status, at: createdAt.toISOString() })),
    }));
  },
});

function keyView({ id, name, scopes, createdAt, expiresAt, lastUsedAt, revokedAt }: ApiKeyRow, now: Date): KeyView {
  return {
    id,
    name,
    scopes,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    state: revokedAt ? "revoked" : expiresAt && expiresAt <= now ? "expired" : "in force",
  };
}
