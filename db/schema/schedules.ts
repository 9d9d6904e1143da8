import type { EmailTiming, QuietHours, WhileActive } from "../../lib/core/schedule";
import type { WorkspaceId } from "../../lib/core/workspace";
import { instant, json, primaryKey, table, text } from "../columns/kit";
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
