import type { Database } from "@/db/database";
import type { EventRow } from "@/db/queries/events";
import { findMemberships } from "@/db/queries/groups";
import type { Route } from "@/lib/core/recipient";

/** How an event reaches each of these people, by what is known of the groups now. */
export async function routesOf(
  db: Database,
  { workspaceId, payload: { recipients } }: Pick<EventRow, "workspaceId" | "payload">,
  people: readonly { id: string; email: string }[],
): Promise<Map<string, Route[]>> {
  const groupIds = recipients.flatMap((one) => ("group" in one ? [one.group] : []));
  const ids = people.map(({ id }) => id);
  const memberships = await findMemberships(db.read, workspaceId, groupIds, ids);
  const mainOf = new Map(memberships.map(({ groupId, userId, main }) => [JSON.stringify([groupId, userId]), main]));
  return new Map(
    people.map(({ id, email }) => [
      id,
      recipients.flatMap((one): Route[] => {
        const as = one.as ?? null;
        if ("group" in one) {
          const main = mainOf.get(JSON.stringify([one.group, id]));
          return main === undefined ? [] : [{ as, group: one.group, main }];
        }
        const isThey = "user" in one ? one.user === id : one.email.toLowerCase() === email;
        return isThey ? [{ as, group: null, main: false }] : [];
      }),
    ]),
  );
}
