import type { z } from "zod";
import { BroadcastInput } from "@/lib/core/broadcast-input";
import type { Role } from "@/lib/core/role";
import { newId } from "@/lib/ids";
import type { UserContext } from "../context";
import { getBell } from "../inbox/get-bell";
import { listNotifications } from "../inbox/list-notifications";
import type { anotherWorkspace } from "../testing";
import { createBroadcast } from "./create-broadcast";
import { getBroadcast } from "./read-broadcasts";
import { sweepBroadcasts } from "./sweep-broadcasts";

type Said = Partial<z.input<typeof BroadcastInput>>;

/** A broadcast to everybody. */
export function saying(more: Said = {}) {
  return BroadcastInput.parse({
    title: "Closed on Friday",
    body: "We are <b>closed</b>.",
    groups: "everyone",
    ...more,
  });
}

/** What a test does with broadcasts. */
export function broadcastsIn(here: Awaited<ReturnType<typeof anotherWorkspace>>) {
  return {
    create: (more: Said = {}) => createBroadcast.run(here.asApp(), saying(more)),
    read: (id: string) => getBroadcast.run(here.asApp(), { id }),
    bellOf: async (user: string) => (await getBell.run(here.asUser(user), { tab: "all" })).items,
    async inboxOf(user: string) {
      const page = { user, tab: "all", unread: false, limit: 50, cursor: undefined } as const;
      return (await listNotifications.run(here.asApp(), page)).data;
    },
    as(role: Role, id: string): UserContext {
      const ctx = here.asUser(id);
      return { ...ctx, actor: { ...ctx.actor, role } };
    },
    /** Carries edits, recalls and ends to all whom they concern. */
    async sweep(): Promise<void> {
      const { now } = here.asApp();
      while (await sweepBroadcasts(here.db, now, () => {}));
    },
    /** People with ids of their own: a person is in one workspace. */
    async people(...names: string[]) {
      const ids = names.map((name) => `${name}-${newId("evt").slice(-8)}`);
      await here.addUsers(ids);
      return ids as [string, string, string];
    },
  };
}
