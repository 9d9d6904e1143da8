import type { WorkspaceId } from "../../lib/core/workspace";
import { foreignKey, index, instant, json, primaryKey, table, text } from "../columns/kit";
import { workspaces } from "./directory";
import { events } from "./events";

/** A super admin's rule: on this topic, if this holds, raise that topic (R85). */
export const triggers = table(
  "triggers",
  {
    id: text("id").primaryKey(),
    workspaceId: text("workspace_id")
      .$type<WorkspaceId>()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    topic: text("topic").notNull(),
    /** CEL over the event; null: always. */
    condition: text("condition"),
    raises: text("raises").notNull(),
    relations: json("relations").$type<string[]>().notNull(),
    groups: json("groups").$type<string[]>().notNull(),
    createdAt: instant("created_at").notNull(),
    /** The id of who set it up; null where that was before it was kept. */
    createdBy: text("created_by"),
    /** Since when it is switched off; null: it is on. */
    offAt: instant("off_at"),
  },
  (t) => [index("triggers_list").on(t.workspaceId, t.id)],
);

/** What a trigger made of an event, at most once: `raisedId` is null where the chain was too long already. */
export const raisings = table(
  "raisings",
  {
    eventId: text("event_id").notNull(),
    triggerId: text("trigger_id").notNull(),
    /** The trigger's name then. */
    name: text("name").notNull(),
    raisedId: text("raised_id"),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.eventId, t.triggerId] }),
    index("raisings_latest").on(t.triggerId, t.at),
    foreignKey({ name: "raisings_cause", columns: [t.eventId], foreignColumns: [events.id] }).onDelete("cascade"),
  ],
);
