import type { Database } from "@/db/database";
import { listConnections } from "@/db/queries/connections";
import type { WorkspaceId } from "@/lib/core/workspace";
import { openConfig } from "./config";

interface Known {
  db: Database;
  secret: string;
  /** Of `SLACK_BOT_TOKEN`: for every workspace that has no own. */
  common: string | null;
}

/** The bot token that a workspace's messages to Slack go out with; null where nobody has set one up. */
export function slackTokenIn({ db, secret, common }: Known): (workspaceId: WorkspaceId) => Promise<string | null> {
  return async (workspaceId) => {
    const [own] = await listConnections(db.read, workspaceId, null, ["slack"]);
    const { token } = own ? openConfig(secret, own.config) : {};
    return typeof token === "string" ? token : common;
  };
}
