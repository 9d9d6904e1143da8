import type { Route } from "../../lib/core/recipient";
import type { WorkspaceId } from "../../lib/core/workspace";
import { foreignKey, index, instant, int, json, primaryKey, table, text, uniqueIndex } from "../columns/kit";
import { ofUser } from "./directory";
import { events } from "./events";

/** Assignments of one kind to one person that wait for each other, until one deadline for all of them (R77, R78). */
export const mergeWindows = table(
  "merge_windows",
  {
    id: text("id").primaryKey(),
    workspaceId: text("workspace_id").$type<WorkspaceId>().notNull(),
    userId: text("user_id").notNull(),
    topic: text("topic").notNull(),
    closesAt: instant("closes_at").notNull(),
    /** Counts what came and went: who read the window and closes it afterwards is refused if it changed meanwhile. */
    changes: int("changes").notNull().default(1),
    /** Tries to close it, in a row, that came to nothing: what kills its worker or throws each time is given up (F14). */
    unheard: int("unheard").notNull().default(0),
  },
  (t) => [
    uniqueIndex("merge_windows_open").on(t.workspaceId, t.userId, t.topic),
    index("merge_windows_due").on(t.closesAt),
    ofUser("merge_windows_person", t),
  ],
);

/** An event that waits in a person's window, with the ways in which it reached them. */
export const mergeMembers = table(
  "merge_members",
  {
    windowId: text("window_id").notNull(),
    eventId: text("event_id").notNull(),
    userId: text("user_id").notNull(),
    routes: json("routes").$type<Route[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.windowId, t.eventId] }),
    index("merge_members_event").on(t.eventId),
    foreignKey({
      name: "merge_members_window",
      columns: [t.windowId],
      foreignColumns: [mergeWindows.id],
    }).onDelete("cascade"),
    foreignKey({ name: "merge_members_happened", columns: [t.eventId], foreignColumns: [events.id] }).onDelete(
      "cascade",
    ),
  ],
);
