import type { WorkspaceId } from "../../lib/core/workspace";
import { foreignKey, index, instant, table, text } from "../columns/kit";
import { workspaces } from "./directory";

/**
 * What the one-click links in mails are signed with (S25). The newest signs, all verify: a link outlives its key's turn,
 * and a change of `AUTH_SECRET`.
 */
export const mailKeys = table(
  "mail_keys",
  {
    id: text("id").primaryKey(),
    workspaceId: text("workspace_id").$type<WorkspaceId>().notNull(),
    secret: text("secret").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    index("mail_keys_newest").on(t.workspaceId, t.createdAt),
    index("mail_keys_age").on(t.createdAt),
    foreignKey({ name: "mail_keys_workspace", columns: [t.workspaceId], foreignColumns: [workspaces.id] }).onDelete(
      "cascade",
    ),
  ],
);

/** What email providers told us, so that each is acted on once (S24). `sentAt` is as they signed it. */
export const providerNotes = table(
  "provider_notes",
  {
    id: text("id").primaryKey(),
    sentAt: instant("sent_at").notNull(),
  },
  (t) => [index("provider_notes_age").on(t.sentAt)],
);
