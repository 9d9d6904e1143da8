import type { Topic } from "../../lib/core/topic";
import type { TopicTemplates } from "../../lib/core/topic-templates";
import type { WorkspaceId } from "../../lib/core/workspace";
import { instant, int, json, primaryKey, table, text } from "../columns/kit";
import { workspaces } from "./directory";

export const sections = table(
  "sections",
  {
    workspaceId: text("workspace_id")
      .$type<WorkspaceId>()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    key: text("key").notNull(),
    name: text("name").notNull(),
    description: text("description").notNull(),
    position: int("position").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.key] })],
);

/**
 * The shipped definition follows the catalogue until an admin changes it (`changedAt`). A topic that was removed stays
 * behind for what was accepted before: it is told, and its name still stands in the history.
 */
export const topics = table(
  "topics",
  {
    workspaceId: text("workspace_id")
      .$type<WorkspaceId>()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    key: text("key").notNull(),
    position: int("position").notNull(),
    definition: json("definition").$type<Topic>().notNull(),
    /** What the workspace says instead of the definition's own templates (R86). */
    templates: json("templates").$type<TopicTemplates>(),
    changedAt: instant("changed_at"),
    removedAt: instant("removed_at"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.key] })],
);
