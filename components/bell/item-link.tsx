import Link from "next/link";
import type { ReactNode } from "react";
import type { FeedItem } from "@/lib/core/feed-item";

const cover = "after:absolute after:inset-0 focus-visible:outline-none";

/**
 * Makes the whole card lead to the record, without a control inside a control (U12): the link is only its title, and
 * its area covers the card. Records live in other apps, so those open beside Belfry.
 */
export function ItemLink({ item, onFollow, children }: { item: FeedItem; onFollow(): void; children: ReactNode }) {
  if (!item.url) return children;
  if (item.url.startsWith("/")) {
    return (
      <Link href={item.url} prefetch={false} onClick={onFollow} className={cover}>
        {children}
      </Link>
    );
  }
  return (
    <a href={item.url} target="_blank" rel="noopener noreferrer" onClick={onFollow} className={cover}>
      {children}
    </a>
  );
}
