import type { EmailTiming, QuietHours, WhileActive } from "../../lib/core/schedule";
import type { WorkspaceId } from "../../lib/core/workspace";
import { index, instant, json, primaryKey, table, text } from "../columns/kit";
import { ofUser } from "./directory";

/** When one person wants to be reached. No row, or null: as Belfry ships. */
export const userSchedules = table(
  "user_schedules",
  {
    workspaceId: text("workspace_id").$type<WorkspaceId>().notNull(),
    userId: text("user_id").notNull(),
    email: json("email").$type<EmailTiming>(),
    quietHours: json("quiet_hours").$type<QuietHours>(),
    pausedUntil: instant("paused_until"),
    whileActive: json("while_active").$type<WhileActive>(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.userId] }), ofUser("user_schedules_person", t)],
);

/** The summaries that were raised: each once, over all processes and zones (R37, R38). */
export const summaries = table(
  "summaries",
  {
    workspaceId: text("workspace_id").$type<WorkspaceId>().notNull(),
    userId: text("user_id").notNull(),
    topic: text("topic").notNull(),
    /** On which it was due by the person's calendar, as in 2026-11-23. */
    day: text("day").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.userId, t.topic, t.day] }),
    index("summaries_day").on(t.day),
    ofUser("summaries_person", t),
  ],
);
