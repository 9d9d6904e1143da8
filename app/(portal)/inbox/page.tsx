import type { Metadata } from "next";
import { Inbox } from "@/components/inbox/inbox";
import { requireUser } from "@/lib/auth/context";
import { listInbox } from "@/lib/usecases/inbox/list-inbox";
import { loadMore } from "../actions";
import { bellActions } from "../bell-actions";

export const metadata: Metadata = { title: "Inbox" };

/** Everything that reached me, newest first (R5: "See all"). */
export default async function InboxPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const ctx = await requireUser();
  const filter = (await searchParams).show === "unread" ? "unread" : "all";
  return (
    <Inbox
      key={filter}
      first={await listInbox.run(ctx, { filter, limit: 50, cursor: undefined })}
      filter={filter}
      zone={ctx.actor.timeZone}
      now={ctx.now.toISOString()}
      actions={bellActions}
      loadMore={loadMore.bind(null, filter)}
    />
  );
}
