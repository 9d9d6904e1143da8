import { createHmac, timingSafeEqual } from "node:crypto";
import { AppError } from "@/lib/app-error";
import type { Context } from "./context";

/** An opaque cursor to `position` in the list that `list` names: of this workspace and list only (C5). */
export function sealCursor(ctx: Context, list: string, position: string): string {
  return `${Buffer.from(position).toString("base64url")}.${signature(ctx, list, position)}`;
}

/** The position that a cursor points at. Throws `bad_request` for one that was altered or is of another list. */
export function openCursor(ctx: Context, list: string, cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const opened = Buffer.from(cursor.split(".")[0] ?? "", "base64url").toString();
  // All of it is compared: base64 can write the same position in several ways.
  const expected = Buffer.from(sealCursor(ctx, list, opened));
  const given = Buffer.from(cursor);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new AppError("bad_request", "This cursor is not of this list. Start again without one.");
  }
  return opened;
}

/** A page of a list whose rows were asked for one more than `limit`, so that the last page has no cursor. */
export function page<Row, View>(
  ctx: Context,
  list: string,
  rows: readonly Row[],
  { limit, position, view }: { limit: number; position: (row: Row) => string; view: (row: Row) => View },
): { data: View[]; next_cursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last !== undefined ? sealCursor(ctx, list, position(last)) : null;
  return { data: shown.map(view), next_cursor: next };
}

function signature({ secret, workspaceId }: Context, list: string, position: string): string {
  return createHmac("sha256", secret).update(`${workspaceId}\n${list}\n${position}`).digest("base64url").slice(0, 22);
}
