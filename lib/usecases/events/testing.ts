import { listNotifications } from "../inbox/list-notifications";
import { startWorkspace } from "../testing";
import type { Changed } from "./changed";
import { getEvent } from "./get-event";

export const MINUTE = 60_000;

/** A workspace of Ada, Bo and Grace in which assignments wait five minutes for each other. */
export async function startMerging() {
  const here = await startWorkspace();
  here.merge(300);
  await here.addUsers(["ada", "grace", "bo"]);
  return {
    ...here,
    async post(event: Parameters<typeof here.publish>[0]): Promise<string> {
      const id = await here.publish(event);
      await here.decide();
      return id;
    },
    /** Moves the clock on, and tells what is due then. */
    async later(ms: number): Promise<Changed[]> {
      here.pass(ms);
      return here.decide();
    },
    async told(user = "ada") {
      const input = { user, tab: "all" as const, unread: false, limit: 50, cursor: undefined };
      return (await listNotifications.run(here.asApp(), input)).data;
    },
    /** The status of an event, and what its decisions say of each person's bell. */
    async ends(id: string): Promise<string[]> {
      const { status, decisions } = await getEvent.run(here.asApp(), { id, limit: 50, cursor: undefined });
      const bells = decisions.map(({ user, notification_id, channels }) => {
        const { outcome, reason } = channels.find(({ channel }) => channel === "bell")!;
        return `${user} ${outcome} ${reason} ${notification_id === null ? "-" : "told"}`;
      });
      return [status, ...bells];
    },
  };
}

/** A deal that Grace assigned to somebody. */
export function assigned(n: number, user = "ada", more: object = {}) {
  return {
    topic: "deals.assigned",
    recipients: [{ user, as: "assignee" }],
    actor: { user: "grace" },
    subject: { type: "deal", id: String(n), title: `Deal ${n}`, url: `https://crm.example/deals/${n}` },
    ...more,
  };
}
