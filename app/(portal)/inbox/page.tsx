import type { Metadata } from "next";
import { Inbox } from "@/components/inbox/inbox";
import { inboxQuery } from "@/components/inbox/inbox-address";
import { requireUser } from "@/lib/auth/context";
import { perform } from "@/lib/http/perform";
import { listInbox } from "@/lib/usecases/inbox/list-inbox";
import { listInboxChoices } from "@/lib/usecases/inbox/list-inbox-choices";
import { readShortcuts } from "@/lib/usecases/inbox/shortcuts";
import { changeShortcuts, loadMoreInbox } from "../actions";
import { bellActions } from "../bell-actions";

export const metadata: Metadata = { title: "Inbox" };

/** Everything that reached me, newest first (R5: "See all"). */
export default async function InboxPage({ searchParams }: PageProps<"/inbox">) {
  const ctx = await requireUser();
  const query = inboxQuery(await searchParams);
  const [first, choices, shortcuts] = await Promise.all([
    perform(listInbox, ctx, query),
    perform(listInboxChoices, ctx, {}),
    perform(readShortcuts, ctx, {}),
  ]);
  return (
    <Inbox
      first={first}
      query={query}
      choices={choices}
      shortcuts={shortcuts}
      zone={ctx.actor.timeZone}
      now={ctx.now.toISOString()}
      actions={bellActions}
      loadMore={loadMoreInbox}
      changeShortcuts={changeShortcuts}
    />
  );
}
