import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Role } from "../../lib/core/role";
import type { WorkspaceId } from "../../lib/core/workspace";
import { bool, foreignKey, index, instant, int, json, primaryKey, table, text, uniqueIndex } from "../columns/kit";

/** The tenant. `setupTokenHash` opens `/setup` once, while there is no super admin (S35). */
export const workspaces = table("workspaces", {
  id: text("id").$type<WorkspaceId>().primaryKey(),
  name: text("name").notNull(),
  timeZone: text("time_zone").notNull().default("UTC"),
  setupTokenHash: text("setup_token_hash"),
  /** From how many rows on super admins hear of an export (R82); null: of none. */
  largeExportRows: int("large_export_rows").default(1000),
  /** From how many people on a broadcast of one person needs the yes of another (S32); null: never. */
  secondPersonFrom: int("second_person_from").default(1000),
  /** What it becomes at `secondPersonNextAt`, where somebody asked for more; nothing waits where that is null. */
  secondPersonNext: int("second_person_next"),
  secondPersonNextAt: instant("second_person_next_at"),
  createdAt: instant("created_at").notNull(),
});

/** A person, under the id that integrations use. Email is kept in lower case and unique over all workspaces. */
export const users = table(
  "users",
  {
    workspaceId: text("workspace_id")
      .$type<WorkspaceId>()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    id: text("id").notNull(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    /** Name, address and id as a search reads them: without case and accents. Also the order of lists. */
    searchText: text("search_text").notNull().default(""),
    role: text("role").$type<Role>().notNull().default("member"),
    timeZone: text("time_zone"),
    locale: text("locale"),
    permissions: json("permissions").$type<string[]>().notNull(),
    passwordHash: text("password_hash"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    deactivatedAt: instant("deactivated_at"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex("users_email").on(t.email),
    index("users_search").on(t.workspaceId, t.searchText, t.id),
  ],
);

type Column<Table extends string> = AnySQLiteColumn<{ tableName: Table }>;

/** Every row of a person goes with the person (S28). `name` is the constraint's. */
export function ofUser<Table extends string>(name: string, t: Record<"workspaceId" | "userId", Column<Table>>) {
  return foreignKey({
    name,
    columns: [t.workspaceId, t.userId],
    foreignColumns: [users.workspaceId, users.id],
  }).onDelete("cascade");
}

export const groups = table(
  "groups",
  {
    workspaceId: text("workspace_id")
      .$type<WorkspaceId>()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    id: text("id").notNull(),
    name: text("name").notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/** `main` members hear of what is nobody's yet (R73); a `manager` may write to the group. */
export const groupMembers = table(
  "group_members",
  {
    workspaceId: text("workspace_id").$type<WorkspaceId>().notNull(),
    groupId: text("group_id").notNull(),
    userId: text("user_id").notNull(),
    main: bool("main").notNull(),
    manager: bool("manager").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.groupId, t.userId] }),
    index("group_members_user").on(t.workspaceId, t.userId),
    foreignKey({
      name: "group_members_group",
      columns: [t.workspaceId, t.groupId],
      foreignColumns: [groups.workspaceId, groups.id],
    }).onDelete("cascade"),
    ofUser("group_members_person", t),
  ],
);

/**
 * When a person last moved in a visible tab (requirements.md, A16): what "active" is told from; and when a tab last said
 * that it is open, used or not (R26).
 */
export const presence = table(
  "presence",
  {
    workspaceId: text("workspace_id").$type<WorkspaceId>().notNull(),
    userId: text("user_id").notNull(),
    activeAt: instant("active_at").notNull(),
    openAt: instant("open_at"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.userId] }), ofUser("presence_person", t)],
);
