import { sql } from "drizzle-orm";
import type { Scope } from "../../lib/core/scope";
import type { WorkspaceId } from "../../lib/core/workspace";
import { foreignKey, index, instant, int, json, primaryKey, table, text, uniqueIndex } from "../columns/kit";
import { ofUser, workspaces } from "./directory";

/** An integration that posts: its name and icon show beside what it posts. */
export const apps = table(
  "apps",
  {
    id: text("id").primaryKey(),
    workspaceId: text("workspace_id")
      .$type<WorkspaceId>()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    icon: text("icon"),
    /** Requests a minute, over all its keys; null for no limit. */
    rateLimit: int("rate_limit"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [index("apps_workspace").on(t.workspaceId, t.name)],
);

/** How much of its limit an app has used in the minute that began at `startedAt` (C6). */
export const rateWindows = table("rate_windows", {
  appId: text("app_id")
    .primaryKey()
    .references(() => apps.id, { onDelete: "cascade" }),
  startedAt: instant("started_at").notNull(),
  used: int("used").notNull(),
});

/** Only a SHA-256 of the key is kept (S14). */
export const apiKeys = table(
  "api_keys",
  {
    id: text("id").primaryKey(),
    workspaceId: text("workspace_id")
      .$type<WorkspaceId>()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    appId: text("app_id")
      .notNull()
      .references(() => apps.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    hash: text("hash").notNull(),
    scopes: json("scopes").$type<Scope[]>().notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at"),
    revokedAt: instant("revoked_at"),
    lastUsedAt: instant("last_used_at"),
  },
  (t) => [uniqueIndex("api_keys_hash").on(t.hash), index("api_keys_app").on(t.appId)],
);

/** One sign-in on one device. The cookie names it; ending it here ends it everywhere (S18). */
export const sessions = table(
  "sessions",
  {
    id: text("id").primaryKey(),
    workspaceId: text("workspace_id").$type<WorkspaceId>().notNull(),
    userId: text("user_id").notNull(),
    userAgent: text("user_agent").notNull(),
    address: text("address").notNull(),
    createdAt: instant("created_at").notNull(),
    seenAt: instant("seen_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    endedAt: instant("ended_at"),
  },
  (t) => [
    index("sessions_user").on(t.workspaceId, t.userId),
    index("sessions_ended").on(t.endedAt).where(sql`ended_at is not null`),
    ofUser("sessions_person", t),
  ],
);

/** Failed sign-ins by account and by address, before anybody's workspace is known (S15). Keys are hashed. */
export const signInThrottles = table("sign_in_throttles", {
  key: text("key").primaryKey(),
  failures: int("failures").notNull(),
  blockedUntil: instant("blocked_until").notNull(),
  updatedAt: instant("updated_at").notNull(),
});

/** The answer that a key was first given, kept for 24 hours; no `status` while the first is in flight (C3, F35). */
export const idempotencyKeys = table(
  "idempotency_keys",
  {
    workspaceId: text("workspace_id").$type<WorkspaceId>().notNull(),
    route: text("route").notNull(),
    key: text("key").notNull(),
    fingerprint: text("fingerprint").notNull(),
    status: int("status"),
    response: text("response"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.route, t.key] }),
    index("idempotency_keys_created").on(t.createdAt),
    foreignKey({
      name: "idempotency_keys_workspace",
      columns: [t.workspaceId],
      foreignColumns: [workspaces.id],
    }).onDelete("cascade"),
  ],
);

/** Every act of an admin. Append-only (a trigger refuses more) and chained by hash (S27). */
export const auditEntries = table(
  "audit_entries",
  {
    workspaceId: text("workspace_id").$type<WorkspaceId>().notNull(),
    number: int("number").notNull(),
    actor: text("actor").notNull(),
    action: text("action").notNull(),
    target: text("target").notNull(),
    before: json("before").$type<unknown>(),
    after: json("after").$type<unknown>(),
    address: text("address").notNull(),
    at: instant("at").notNull(),
    previousHash: text("previous_hash").notNull(),
    hash: text("hash").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.number] })],
);
