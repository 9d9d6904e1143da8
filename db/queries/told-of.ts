import { and, asc, eq, gt, inArray, lte, ne, or, type SQL } from "drizzle-orm";
import { escapedName, WHO_LEFT, withoutName } from "@/lib/core/without-person";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { isOneOf, unindexed } from "../dialects/behaviour";
import { deliveries, outbox } from "../schema/deliveries";
import { decisions } from "../schema/events";
import { notifications } from "../schema/notifications";
import { rewriteEvent } from "./erasure";
import { findPayloads, lockEvents } from "./events";
import { holds } from "./holds";

/** Whose name is taken from what others were told (S28). */
export interface Named {
  workspaceId: WorkspaceId;
  id: string;
  name: string;
}

/** One look at the rows after `after`, of which it changes some; answers where it ended, undefined at the table's end. */
export type Forgetting = (tx: Tx, person: Named, after: string, rows: number) => Promise<string | undefined>;

/** Notifications of what the person did, and what was posted of it: they tell of somebody who left. */
export const forgetActor: Forgetting = async (tx, person, after, rows) => {
  const { isWithin, last } = await portion(tx, notifications, after, rows);
  await forgetActorIn(tx, person, isWithin);
  return last;
};

/** The same of notifications that these events changed in place, wherever in the table they are. */
export async function forgetActorOf(tx: Tx, person: Named, eventIds: readonly string[]): Promise<void> {
  const changed = tx
    .select({ id: decisions.notificationId })
    .from(decisions)
    .where(isOneOf(decisions.eventId, eventIds));
  await forgetActorIn(tx, person, inArray(notifications.id, changed));
}

async function forgetActorIn(tx: Tx, { workspaceId, id: userId, name }: Named, isWithin: SQL | undefined) {
  const { id, eventId, title, body, actor } = notifications;
  const theirs = and(isWithin, eq(unindexed(notifications.workspaceId), workspaceId), holds(actor, quoted(userId)));
  const named = await tx.select({ id, eventId, title, body, actor }).from(notifications).where(theirs);
  const found = named.filter((row) => row.actor?.user === userId);
  const told = [...new Set(found.map((row) => row.eventId))].sort();
  // Events first, as deciding does: two in the other order would wait for each other.
  await lockEvents(tx, told);
  for (const [event, payload] of await findPayloads(tx, workspaceId, told)) {
    const words = wordsWithout(payload, name);
    if (words.title !== payload.title || words.body !== payload.body)
      await rewriteEvent(tx, event, { ...payload, ...words });
  }
  for (const row of found) {
    const change = { ...wordsWithout(row, name), actor: { name: WHO_LEFT } };
    await tx.update(notifications).set(change).where(eq(id, row.id));
  }
}

/** Mails to others that were kept here. */
export const forgetInMails: Forgetting = async (tx, { workspaceId, name }, after, rows) => {
  const { id, subject, text, html } = outbox;
  const { isWithin, last } = await portion(tx, outbox, after, rows);
  const named = and(
    isWithin,
    eq(unindexed(outbox.workspaceId), workspaceId),
    or(holds(subject, name), holds(text, name)),
  );
  for (const row of await tx.select({ id, subject, text, html }).from(outbox).where(named)) {
    const words = {
      subject: withoutName(row.subject, name),
      text: withoutName(row.text, name),
      html: withoutName(withoutName(row.html, name), escapedName(name)),
    };
    await tx.update(outbox).set(words).where(eq(id, row.id));
  }
  return last;
};

/** What a message that came to nothing would have said: sent again, it is worded anew. */
export const forgetUnsent: Forgetting = async (tx, { workspaceId, name }, after, rows) => {
  const { id, content, state } = deliveries;
  const { isWithin, last } = await portion(tx, deliveries, after, rows);
  const named = and(
    isWithin,
    eq(unindexed(deliveries.workspaceId), workspaceId),
    ne(state, "pending"),
    holds(content, quoted(name).slice(1, -1)),
  );
  const found = await tx.select({ id }).from(deliveries).where(named);
  await tx
    .update(deliveries)
    .set({ content: null })
    .where(
      isOneOf(
        id,
        found.map((row) => row.id),
      ),
    );
  return last;
};

/** So many rows by their ids: all of a long table at once would keep everybody waiting (F44). */
async function portion(
  tx: Tx,
  table: typeof notifications | typeof outbox | typeof deliveries,
  after: string,
  rows: number,
): Promise<{ isWithin: SQL | undefined; last: string | undefined }> {
  const [edge] = await tx
    .select({ id: table.id })
    .from(table)
    .where(gt(table.id, after))
    .orderBy(asc(table.id))
    .limit(1)
    .offset(rows - 1);
  return { isWithin: and(gt(table.id, after), edge && lte(table.id, edge.id)), last: edge?.id };
}

function wordsWithout<Words extends { title?: string; body?: string }>({ title, body }: Words, name: string) {
  return {
    ...(title !== undefined && { title: withoutName(title, name) }),
    ...(body !== undefined && { body: withoutName(body, name) }),
  };
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
