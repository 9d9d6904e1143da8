import { setImmediate as giveWay } from "node:timers/promises";
import { z } from "zod";
import { findInboxRows, type InboxFilter, listInboxRows, listInboxTexts } from "@/db/queries/inbox";
import type { NotificationRow } from "@/db/queries/notifications";
import type { FeedItem } from "@/lib/core/feed-item";
import { INBOX_SHOWS, readRecordKey, saysAll, searchWords } from "@/lib/core/inbox-query";
import { knownTopics } from "../catalogue/known-topics";
import { needUser, type UserContext } from "../context";
import { openCursor, sealCursor } from "../cursor";
import { Paging } from "../paging";
import { userVerb } from "../use-case";
import { feedItems } from "./feed-items";

/** A search looks through this many notifications at most before it answers with a cursor to go on from (S31). */
const MOST = 10_000;
/** And through this many characters, for those whose texts are long. */
const MOST_TEXT = 8_000_000;
/** How many it reads at once. */
const PORTION = 1000;

const Key = z
  .string()
  .min(1)
  .max(400)
  .regex(/^[^\0]*$/, "Leave out the character NUL.")
  .optional();

/**
 * What reached me, newest first, whether or not the bell showed it: see `InboxQuery`. A page of a search may be short,
 * and still have a `nextCursor`.
 */
export const listInbox = userVerb({
  input: z.strictObject({
    ...Paging,
    show: z.enum(INBOX_SHOWS).default("all"),
    section: Key,
    app: Key,
    person: Key,
    record: Key,
    search: z.string().max(200).optional(),
  }),
  may: needUser,
  async run(ctx, { limit, cursor, ...query }): Promise<{ items: FeedItem[]; nextCursor: string | null }> {
    const name = `inbox ${ctx.actor.id} ${JSON.stringify(query)}`;
    const before = openCursor(ctx, name, cursor);
    const words = searchWords(query.search);
    const filter = { ...(await filterOf(ctx, query)), before };
    const { rows, next } = await (words.length > 0 ? search(ctx, filter, words, limit) : list(ctx, filter, limit));
    return {
      items: await feedItems(ctx, rows),
      nextCursor: next === undefined ? null : sealCursor(ctx, name, next),
    };
  },
});

type Filter = Omit<InboxFilter, "limit">;
type Asked = Omit<z.output<typeof listInbox.input>, "limit" | "cursor">;
/** `next` is the position to go on from; undefined at the end. */
type Page = { rows: NotificationRow[]; next: string | undefined };

async function filterOf({ db, workspaceId, now }: UserContext, query: Asked): Promise<Filter> {
  const { show, section, app, person, record } = query;
  const topics = section === undefined ? [] : [...(await knownTopics(db, workspaceId)).values()];
  return {
    now,
    show,
    topics: section === undefined ? undefined : topics.filter((one) => one.section === section).map(({ key }) => key),
    appId: app,
    person,
    // What is no record's key is the key of no record.
    record: record === undefined ? undefined : (readRecordKey(record) ?? { type: "", id: "" }),
  };
}

async function list({ db, workspaceId, actor }: UserContext, filter: Filter, limit: number): Promise<Page> {
  const rows = await listInboxRows(db.read, workspaceId, actor.id, { ...filter, limit: limit + 1 });
  return { rows: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1]?.position : undefined };
}

/** Reads texts and compares them here: neither database folds accents by itself, and both must find the same. */
async function search(ctx: UserContext, filter: Filter, words: string[], limit: number): Promise<Page> {
  const { db, workspaceId, actor } = ctx;
  const ids: string[] = [];
  let { before } = filter;
  let isOver = false;
  for (let looked = 0, read = 0; ids.length < limit && looked < MOST && read < MOST_TEXT && !isOver; ) {
    const portion = await listInboxTexts(db.read, workspaceId, actor.id, { ...filter, before, limit: PORTION });
    isOver = portion.length < PORTION;
    // SQLite answers at once: others' requests come in between.
    await giveWay();
    for (const text of portion) {
      looked++;
      read += text.title.length + text.body.length;
      before = text.position;
      if (saysAll(text, words)) ids.push(text.id);
      if (ids.length < limit) continue;
      isOver = isOver && text === portion.at(-1);
      break;
    }
  }
  return { rows: await findInboxRows(db.read, workspaceId, actor.id, ids), next: isOver ? undefined : before };
}
