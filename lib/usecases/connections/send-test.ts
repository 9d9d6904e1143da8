import type { ConnectionRow } from "@/db/queries/connections";
import { findWorkspaces } from "@/db/queries/workspaces";
import type { SendResult } from "@/lib/core/send-result";
import { tryContent } from "@/lib/core/try-content";
import type { UserContext } from "../context";
import { openConfig } from "./config";
import { outsideChannel, PATIENCE } from "./outside-channel";

/** Sends a test through one connection of the person, now and once, outside any transaction. Never rejects. */
export async function sendTest(ctx: UserContext, row: ConnectionRow): Promise<SendResult> {
  const { db, workspaceId, actor, now } = ctx;
  const channel = outsideChannel(ctx, row.channel);
  const workspaces = await findWorkspaces(db.read, [workspaceId]);
  const { id, name, timeZone } = actor;
  const content = tryContent(workspaces.get(workspaceId)?.name ?? "Belfry", { id, name, timeZone }, now);
  const key = ctx.newId("dlv");
  const config = openConfig(ctx.secret, row.config);
  const message = { workspaceId, key, destination: row.label, config, content };
  try {
    const [result] = await channel.send({ messages: [message], key, signal: AbortSignal.timeout(PATIENCE) });
    return result!;
  } catch (error) {
    return { outcome: "retry", ambiguous: true, words: String(error) };
  }
}
