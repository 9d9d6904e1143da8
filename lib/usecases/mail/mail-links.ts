import { randomBytes } from "node:crypto";
import type { Tx } from "@/db/database";
import { insertMailKey, type MailKeyRow, newestMailKey } from "@/db/queries/mail";
import { type MailLink, mailToken } from "@/lib/auth/mail-token";
import type { WorkspaceId } from "@/lib/core/workspace";

const DAY = 86_400_000;
/** How long a key signs. */
const TURN = 90 * DAY;
/** How long it verifies after that, at least: providers ask for 60 days (S25). */
export const MAIL_KEY_LIFE = TURN + 365 * DAY;

/** What signs the one-click links of a workspace's mails; makes the key when there is none, or when its turn is over. */
export async function mailLinks(tx: Tx, workspaceId: WorkspaceId, now: Date): Promise<(link: MailLink) => string> {
  const newest = await newestMailKey(tx, workspaceId);
  const isFresh = newest !== undefined && now.getTime() - newest.createdAt.getTime() < TURN;
  const key = isFresh ? newest : await makeKey(tx, workspaceId, now);
  return (link) => mailToken(key, link);
}

async function makeKey(tx: Tx, workspaceId: WorkspaceId, now: Date): Promise<MailKeyRow> {
  const [id, secret] = [randomBytes(9), randomBytes(32)].map((bytes) => bytes.toString("base64url"));
  const row = { id: id!, workspaceId, secret: secret!, createdAt: now };
  await insertMailKey(tx, row);
  return row;
}
