"use client";

import { useMemo, useRef, useState } from "react";
import type { BellActions } from "@/components/bell/actions";
import { useHeldBack } from "@/components/bell/use-held-back";
import { useItemActs } from "@/components/bell/use-item-acts";
import { HeldBack } from "@/components/inbox/held-back";
import { isFiltered } from "@/components/inbox/inbox-address";
import { InboxDay } from "@/components/inbox/inbox-day";
import { Nothing } from "@/components/inbox/nothing";
import { SelectionBar } from "@/components/inbox/selection-bar";
import { type InboxPage, type LoadMore, useInbox } from "@/components/inbox/use-inbox";
import { useInboxKeys } from "@/components/inbox/use-inbox-keys";
import { useLoadOnScroll } from "@/components/inbox/use-load-on-scroll";
import { chosenOf, useRows } from "@/components/inbox/use-rows";
import { useSelection } from "@/components/inbox/use-selection";
import { DropdownMenuHost } from "@/components/ui/dropdown-menu-host";
import { later } from "@/components/ui/later";
import { ListFoot } from "@/components/ui/list-foot";
import type { FeedItem } from "@/lib/core/feed-item";
import type { InboxQuery } from "@/lib/core/inbox-query";

const SnoozeDialog = later(() => import("@/components/bell/snooze-dialog").then((module) => module.SnoozeDialog));

export interface InboxListProps {
  first: InboxPage;
  query: InboxQuery;
  zone: string;
  /** The server's clock when it rendered, RFC 3339: the days must read the same in both places. */
  now: string;
  actions: BellActions;
  loadMore: LoadMore;
  /** Whether single keys act. */
  keys: boolean;
  onSearch(): void;
  onHelp(): void;
}

/** What one address lists, by day. Give it that address as `key`: another is another list. */
export function InboxList({ first, query, zone, now, actions, loadMore, keys, onSearch, onHelp }: InboxListProps) {
  const { items, acts, hasMore, more, next } = useInbox(first, query, actions, loadMore);
  const list = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const { shown, held, show } = useHeldBack(items, () => isReading(list.current));
  const [snoozing, setSnoozing] = useState<FeedItem[] | null>(null);
  useLoadOnScroll(end, hasMore && more === "idle", next);

  const { days, rows, faces, members, toggleFold } = useRows(shown, now, zone, query.record !== undefined);
  const { acts: rowActs, goOnAfter } = useItemActs(acts, faces, list, members);
  const selection = useSelection(faces);
  const chosen = useMemo(() => chosenOf(rows, selection.ticked), [rows, selection.ticked]);

  /** Does it to all that is ticked, which then is ticked no more. */
  function withChosen(act: (items: FeedItem[]) => void) {
    act(chosen);
    selection.clear();
  }

  useInboxKeys({
    list,
    enabled: keys,
    on(act, id) {
      if (act === "search") return onSearch();
      if (act === "help") return onHelp();
      const face = faces.find((item) => item.id === id);
      if (act === "select") return face && selection.toggle(face, false);
      if (act === "snooze") return setSnoozing(chosen.length > 0 ? chosen : face ? members(face) : null);
      if (chosen.length > 0) {
        if (face && act === "archive") goOnAfter(face, chosen);
        if (act === "read") return withChosen((all) => acts.many.setRead(all, hasUnread(all)));
        return withChosen(query.show === "archived" ? acts.many.restore : acts.many.archive);
      }
      if (!face) return;
      if (act === "read") rowActs.read(face, face.readAt === null);
      else if (face.archivedAt) rowActs.restore(face);
      else rowActs.archive(face);
    },
  });

  return (
    <>
      <SelectionBar
        show={query.show}
        selection={selection}
        count={chosen.length}
        shown={faces.length}
        on={{
          read: (read) => withChosen((all) => acts.many.setRead(all, read)),
          archive: () => withChosen(acts.many.archive),
          restore: () => withChosen(acts.many.restore),
          snooze: () => setSnoozing(chosen),
          wake: () => withChosen(acts.many.wake),
        }}
      >
        {isFiltered(query) ? foundWords(items.length, hasMore) : null}
      </SelectionBar>
      {items.length === 0 ? <Nothing query={query} hasMore={hasMore} /> : null}
      <HeldBack count={held} onShow={show} />
      <DropdownMenuHost>
        <div ref={list} data-selecting={chosen.length > 0 || undefined} className="group/list">
          {days.map(({ day, rows }) => (
            <InboxDay
              key={day}
              day={day}
              rows={rows}
              busy={more === "loading"}
              open={hasMore}
              zone={zone}
              acts={rowActs}
              ticked={selection.ticked}
              onSelect={selection.toggle}
              onUnfold={toggleFold}
            />
          ))}
        </div>
      </DropdownMenuHost>
      <div ref={end}>
        <ListFoot hasMore={hasMore} more={more} onNext={next} />
      </div>
      {snoozing ? (
        <SnoozeDialog
          count={snoozing.length}
          zone={zone}
          onSnooze={(choice) => {
            const [one] = snoozing.length === 1 || chosen.length === 0 ? snoozing : [];
            if (one) rowActs.snooze(one, choice);
            else withChosen((all) => acts.many.snooze(all, choice));
          }}
          onClose={() => setSnoozing(null)}
        />
      ) : null}
    </>
  );
}

/** Scrolled down, with the focus in the list, or in the open bell: what moved behind it would be seen (U4). */
function isReading(list: HTMLElement | null): boolean {
  const bellIsOpen = document.querySelector("[role=dialog], dialog[open]") !== null;
  return window.scrollY > 8 || bellIsOpen || (list?.contains(document.activeElement) ?? false);
}

function hasUnread(items: readonly FeedItem[]): boolean {
  return items.some(({ readAt }) => readAt === null);
}

function foundWords(count: number, hasMore: boolean): string {
  if (count === 0) return hasMore ? "None among the latest" : "Nothing found";
  return `${count}${hasMore ? " or more" : ""} found`;
}
