import { AlarmClock, Archive, Inbox, SearchX } from "lucide-react";
import Link from "next/link";
import { inboxAddress, isFiltered } from "@/components/inbox/inbox-address";
import { Button } from "@/components/ui/button";
import type { InboxQuery, InboxShow } from "@/lib/core/inbox-query";
import { preferencesAddress } from "@/lib/core/preferences-address";

const EMPTY: Record<InboxShow, { Icon: typeof Inbox; title: string; words: string }> = {
  all: { Icon: Inbox, title: "Nothing yet", words: "What reaches you is kept here, also when the bell has moved on." },
  unread: { Icon: Inbox, title: "All read", words: "Nothing waits for you." },
  snoozed: {
    Icon: AlarmClock,
    title: "Nothing is asleep",
    words: "What you snooze waits here until its time, and then comes back on top.",
  },
  archived: { Icon: Archive, title: "Nothing archived", words: "What you put away is kept here, and can come back." },
};

/** What an empty list means, and the one thing to do about it (U11). */
export function Nothing({ query, hasMore }: { query: InboxQuery; hasMore: boolean }) {
  const filtered = isFiltered(query);
  const matches = {
    Icon: SearchX,
    title: hasMore ? "None among the latest" : "Nothing matches",
    words: "Try fewer filters, or another search.",
  };
  const { Icon, title, words } = filtered ? matches : EMPTY[query.show];
  return (
    <div className="flex flex-col items-center gap-1 px-4 py-20 text-center">
      <span className="mb-2 flex size-11 items-center justify-center rounded-full bg-muted">
        <Icon aria-hidden className="size-5 text-muted-foreground" />
      </span>
      <p className="font-medium">{title}</p>
      <p className="max-w-72 text-balance text-muted-foreground">{words}</p>
      {filtered ? <Way href={inboxAddress({ show: query.show })}>Show everything</Way> : null}
      {!filtered && query.show === "all" ? (
        <Way href={preferencesAddress({ medium: "desktop" })}>Choose what reaches you</Way>
      ) : null}
    </div>
  );
}

function Way({ href, children }: { href: string; children: string }) {
  return (
    <Button asChild variant="ghost" size="sm" className="mt-1 text-primary">
      <Link href={href}>{children}</Link>
    </Button>
  );
}
