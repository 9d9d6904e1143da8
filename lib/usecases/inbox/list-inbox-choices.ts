import { z } from "zod";
import { listLatestTraits } from "@/db/queries/inbox";
import type { InboxChoices } from "@/lib/core/inbox-choices";
import { personKey, recordKey } from "@/lib/core/inbox-query";
import { knownSections, knownTopics } from "../catalogue/known-topics";
import { needUser } from "../context";
import { userVerb } from "../use-case";
import { knownApps } from "./known-apps";

/** How many of the latest notifications are looked at. */
const LATEST = 500;
/** A longer list is quicker searched than read. */
const MOST_RECORDS = 50;

/** What I can filter my inbox by: what my latest notifications came from and are about. */
export const listInboxChoices = userVerb({
  input: z.strictObject({}),
  may: needUser,
  async run(ctx): Promise<InboxChoices> {
    const { db, workspaceId, actor } = ctx;
    const [rows, topics, sections, apps] = await Promise.all([
      listLatestTraits(db.read, workspaceId, actor.id, LATEST),
      knownTopics(db, workspaceId),
      knownSections(db, workspaceId),
      knownApps(db, workspaceId),
    ]);
    const heard = new Set(rows.map(({ topic }) => topics.get(topic)?.section));
    const people = new Map<string, string>();
    const records = new Map<string, string>();
    for (const { actor: who, subject } of rows) {
      if (who) people.set(personKey({ id: who.user, name: who.name }), who.name);
      if (subject && !records.has(recordKey(subject))) records.set(recordKey(subject), subject.title ?? subject.id);
    }
    const senders = new Set(rows.map(({ appId }) => appId));
    return {
      sections: sections.filter(({ key }) => heard.has(key)).map(({ key, name }) => ({ key, name })),
      apps: byName([...apps].filter(([id]) => senders.has(id)).map(([key, { name }]) => ({ key, name }))),
      people: byName(asChoices(people)),
      records: asChoices(records).slice(0, MOST_RECORDS),
    };
  },
});

function asChoices(names: ReadonlyMap<string, string>) {
  return [...names].map(([key, name]) => ({ key, name }));
}

function byName<T extends { name: string }>(choices: T[]): T[] {
  return choices.sort((a, b) => a.name.localeCompare(b.name));
}
