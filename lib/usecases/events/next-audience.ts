import type { Tx } from "@/db/database";
import { listActiveIds, listWaitedFor } from "@/db/queries/broadcast-people";
import type { EventRow } from "@/db/queries/events";
import { knownGroupIds, knownUserIds, listMembers } from "@/db/queries/groups";
import { findUserIdsByEmail } from "@/db/queries/users";
import type { Recipient } from "@/lib/core/event";
import type { Route } from "@/lib/core/recipient";

type Reaching = Pick<EventRow, "workspaceId" | "cursor"> & {
  payload: Pick<EventRow["payload"], "recipients" | "broadcast">;
};

/** The next people that an event reaches, by user id. */
export interface AudienceChunk {
  /** Each person's ways of being reached. Ids that name nobody are found out when the people are loaded. */
  routes: Map<string, Route[]>;
  /** Recipients that are no person and no group here, as the integration named them. Told with the first chunk only. */
  unknown: string[];
  /** The last person of this chunk when more follow: the durable cursor. */
  next: string | null;
}

/**
 * At most `limit` people after the event's cursor, in the order of their ids. Named people and group members are merged
 * in that order, so that one reached twice is decided once, with all relations.
 */
export async function nextAudience(tx: Tx, event: Reaching, limit: number): Promise<AudienceChunk> {
  const after = event.cursor ?? "";
  const { named, groups, unknown } = await splitRecipients(tx, event);
  const routes = new Map<string, Route[]>();
  for (const [userId, ways] of named) if (userId > after) routes.set(userId, ways);

  for (const [group, relations] of groups) {
    for (const { user, main } of await listMembers(tx, event.workspaceId, group, { after, limit: limit + 1 })) {
      const ways = routes.get(user) ?? [];
      for (const as of relations) ways.push({ as, group, main });
      routes.set(user, ways);
    }
  }
  for (const userId of await broadcastAudience(tx, event, after, limit + 1)) {
    routes.set(userId, [{ as: null, group: null, main: false }]);
  }
  const isFirst = event.cursor === null;
  return { ...cut(routes, limit), unknown: isFirst ? await apart(tx, event, unknown, routes) : [] };
}

/** Whom a broadcast is for beside those that its recipients name: everybody, or those whom a reminder is for. */
async function broadcastAudience(tx: Tx, { workspaceId, payload }: Reaching, after: string, limit: number) {
  const terms = payload.broadcast;
  if (terms?.chases) return listWaitedFor(tx, { ...terms.chases, broadcast: terms.id }, after, limit);
  return terms?.everyone ? listActiveIds(tx, workspaceId, after, limit) : [];
}

/**
 * Names under which nobody else stands: two decisions of one name could not be stored. An address may also be the id of
 * a person whom the event reaches, or be given twice, as an address and as an id.
 */
async function apart(tx: Tx, event: Reaching, unknown: readonly string[], routes: AudienceChunk["routes"]) {
  if (unknown.length === 0) return [];
  const people = await knownUserIds(tx, event.workspaceId, unknown);
  const told = unknown.filter((name) => people.has(name) || !routes.has(name));
  return told.map((name) => (people.has(name) ? `email:${name}` : name));
}

async function splitRecipients(tx: Tx, { workspaceId, payload: { recipients } }: Reaching) {
  const named = new Map<string, Route[]>();
  const groups = new Map<string, (string | null)[]>();
  const unknown = new Set<string>();
  const add = <V>(map: Map<string, V[]>, key: string, value: V) => map.set(key, [...(map.get(key) ?? []), value]);

  const emails = recipients.flatMap((one) => ("email" in one ? [one.email.toLowerCase()] : []));
  const ids = emails.length > 0 ? await findUserIdsByEmail(tx, workspaceId, emails) : [];
  const userOf = new Map(ids.map(({ id, email }) => [email, id]));
  for (const one of recipients) {
    if ("group" in one) {
      add(groups, one.group, one.as ?? null);
      continue;
    }
    const userId = "user" in one ? one.user : userOf.get(one.email.toLowerCase());
    if (userId) add(named, userId, { as: one.as ?? null, group: null, main: false });
    else unknown.add(nameOf(one));
  }
  if (groups.size > 0) {
    const known = await knownGroupIds(tx, workspaceId, [...groups.keys()]);
    for (const group of groups.keys()) {
      if (known.has(group)) continue;
      groups.delete(group);
      unknown.add(nameOf({ group }));
    }
  }
  return { named, groups, unknown: [...unknown] };
}

/** How a decision names a recipient that is no person here; a group cannot be taken for a person. */
function nameOf(recipient: Recipient): string {
  if ("group" in recipient) return `group:${recipient.group}`;
  return "user" in recipient ? recipient.user : recipient.email;
}

function cut(routes: Map<string, Route[]>, limit: number): Omit<AudienceChunk, "unknown"> {
  if (routes.size <= limit) return { routes, next: null };
  const ids = [...routes.keys()].sort().slice(0, limit);
  return { routes: new Map(ids.map((id) => [id, routes.get(id)!])), next: ids[limit - 1]! };
}
