import { z } from "zod";
import { listDecisionsOf } from "@/db/queries/decisions";
import { findPayloads } from "@/db/queries/events";
import { findMemberships } from "@/db/queries/groups";
import { findTitles } from "@/db/queries/notifications";
import { findUser, type UserRow } from "@/db/queries/users";
import { CHANNELS, REASONS } from "@/lib/core/channel";
import type { EventInput } from "@/lib/core/event";
import { type HistoryRow, hasReached, historyLines, isAskedFor } from "@/lib/core/history";
import { invisibleTo } from "@/lib/core/stops";
import type { Topic } from "@/lib/core/topic";
import { mayHave } from "@/lib/core/topic-gate";
import { everyTopic, sectionNames } from "../catalogue/known-topics";
import { needUser, type UserContext } from "../context";
import { openCursor, sealCursor } from "../cursor";
import { Paging } from "../paging";
import { found, userVerb } from "../use-case";

/** A filter looks through this many decisions at most before it answers with a cursor to go on from. */
const MOST = 4000;
/** How many it reads at once. */
const PORTION = 200;

/**
 * What reached me and what did not, newest first, on which channel and by whose decision (R93, U17). What I may not
 * see, or no longer, is not there at all. A page under a filter may be short, and still have a `nextCursor`.
 */
export const listHistory = userVerb({
  input: z.strictObject({
    ...Paging,
    show: z.enum(["all", "reached", "missed"]).default("all"),
    channel: z.enum(CHANNELS).optional(),
    /** A topic's key, or a section's. */
    about: z.string().max(120).optional(),
    reason: z.enum(REASONS).optional(),
  }),
  may: needUser,
  async run(ctx, { limit, cursor, about, ...filter }): Promise<{ rows: HistoryRow[]; nextCursor: string | null }> {
    const { db, workspaceId, actor } = ctx;
    const me = found(await findUser(db.read, workspaceId, actor.id), "user");
    const topics = await everyTopic(db, workspaceId);
    const name = `history ${actor.id} ${about ?? ""} ${JSON.stringify(filter)}`;
    const isWanted = (row: Row) => {
      const topic = topics.get(row.topic);
      if (!topic || !mayHave(topic, me)) return false;
      if (row.notificationId === null && row.channels.some(({ reason }) => HIDDEN.has(reason))) return false;
      if (about !== undefined && topic.key !== about && topic.section !== about) return false;
      return isAskedFor(row.channels, filter);
    };

    const rows: (HistoryRow & { position: string })[] = [];
    let from = openCursor(ctx, name, cursor);
    let isOver = false;
    for (let looked = 0; rows.length <= limit && looked < MOST && !isOver; ) {
      const before = from === undefined ? undefined : opened(from);
      const portion = await listDecisionsOf(db.read, workspaceId, actor.id, { before, limit: PORTION });
      looked += portion.length;
      const wanted = portion.filter(isWanted);
      const taken = wanted.slice(0, limit + 1 - rows.length);
      rows.push(...(await told(ctx, me, taken, topics)));
      // What was not taken is looked at again from the next page on.
      const last = taken.length < wanted.length ? taken.at(-1) : portion.at(-1);
      isOver = portion.length < PORTION && taken.length === wanted.length;
      if (last) from = positionOf(last);
    }
    const shown = rows.slice(0, limit);
    const next = rows.length > limit ? shown.at(-1)?.position : isOver ? undefined : from;
    return {
      rows: shown.map(({ position: _, ...row }) => row),
      nextCursor: next === undefined ? null : sealCursor(ctx, name, next),
    };
  },
});

type Row = Awaited<ReturnType<typeof listDecisionsOf>>[number];

/** Their very existence would tell of a record that the person may not see. */
const HIDDEN: ReadonlySet<string> = new Set(["no_access", "missing_permission"]);

/** The rows as they are shown, without those about records that the person may not see. */
async function told(ctx: UserContext, me: UserRow, rows: readonly Row[], topics: ReadonlyMap<string, Topic>) {
  const { db, workspaceId } = ctx;
  const notificationIds = rows.flatMap(({ notificationId }) => notificationId ?? []);
  const [payloads, titles, sections] = await Promise.all([
    findPayloads(
      db.read,
      workspaceId,
      rows.map(({ eventId }) => eventId),
    ),
    findTitles(db.read, workspaceId, me.id, notificationIds),
    sectionNames(db, workspaceId),
  ]);
  const isHiddenFrom = await sightOf(ctx, me, [...payloads.values()]);
  return rows.flatMap((row) => {
    const topic = topics.get(row.topic)!;
    const event = payloads.get(row.eventId);
    // An earlier stop may have applied before anybody asked who may see it.
    if (!event || (row.notificationId === null && isHiddenFrom(event))) return [];
    const notification = row.notificationId === null ? undefined : titles.get(row.notificationId);
    return {
      id: row.eventId,
      at: row.at.toISOString(),
      title: notification?.title ?? [topic.name, event.subject?.title].filter(Boolean).join(": "),
      url: notification?.url ?? null,
      topicName: topic.name,
      section: sections.get(topic.section) ?? topic.section,
      reached: hasReached(row.channels),
      lines: historyLines(row.channels, event, topic),
      position: positionOf(row),
    };
  });
}

/** Whether an event is kept from the person by its `visible_to`, by the groups they are in now. */
async function sightOf({ db, workspaceId }: UserContext, me: UserRow, events: readonly EventInput[]) {
  const named = new Set(events.flatMap(({ visible_to }) => visible_to?.groups ?? []));
  const memberships = await findMemberships(db.read, workspaceId, [...named], [me.id]);
  const person = { id: me.id, permissions: me.permissions, groups: memberships.map(({ groupId }) => groupId) };
  return ({ visible_to }: EventInput) => invisibleTo(visible_to)(person);
}

function positionOf({ at, eventId }: Pick<Row, "at" | "eventId">): string {
  return `${at.getTime()} ${eventId}`;
}

function opened(position: string) {
  const [at = "", eventId = ""] = position.split(" ");
  return { at: new Date(Number(at)), eventId };
}
