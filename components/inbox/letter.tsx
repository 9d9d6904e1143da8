import { ArrowLeft, Download } from "lucide-react";
import Link from "next/link";
import { ItemMeta } from "@/components/bell/item-meta";
import { ItemTitle } from "@/components/bell/item-title";
import { Picture } from "@/components/bell/picture";
import { Button } from "@/components/ui/button";
import type { FeedItem } from "@/lib/core/feed-item";
import { preferencesAddress } from "@/lib/core/preferences-address";

/** One notification with a page to itself, and all of its text: where a mail leads when there is no record to open. */
export function Letter({ item, zone }: { item: FeedItem; zone: string }) {
  return (
    <div className="mx-auto max-w-3xl px-4 py-6 max-sm:px-0">
      <Button asChild variant="ghost" size="sm" className="mb-3 -ml-2.5 max-sm:ml-1.5">
        <Link href="/inbox">
          <ArrowLeft aria-hidden />
          Inbox
        </Link>
      </Button>
      <article className="flex items-start gap-3 border bg-card p-5 max-sm:border-x-0 max-sm:px-4 sm:rounded-xl">
        <Picture item={item} />
        <div className="min-w-0 flex-1 space-y-1">
          <h1 className="wrap-anywhere font-semibold text-lg">
            <ItemTitle item={item} />
          </h1>
          <ItemMeta item={item} zone={zone} />
          {item.body ? (
            <p dir="auto" className="wrap-anywhere whitespace-pre-line pt-2">
              {item.body}
            </p>
          ) : null}
          <div className="flex flex-wrap gap-2 pt-4">
            {item.url?.startsWith("mailto:") ? (
              <Button asChild>
                <a href={item.url}>Write to {item.url.slice("mailto:".length).split("?")[0]}</a>
              </Button>
            ) : null}
            {item.fileUrl ? (
              <Button asChild>
                <a href={item.fileUrl} download>
                  <Download aria-hidden />
                  Download
                </a>
              </Button>
            ) : null}
            <Button asChild variant="outline">
              <Link href={preferencesAddress({ medium: "email", topic: item.topic })}>Change what you get</Link>
            </Button>
          </div>
        </div>
      </article>
    </div>
  );
}
