"use client";

import { Download } from "lucide-react";
import Link from "next/link";
import { whyWords } from "@/components/broadcasts/words";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { ListFoot } from "@/components/ui/list-foot";
import { Person } from "@/components/ui/person";
import { RelativeTime } from "@/components/ui/relative-time";
import { type LoadPage, type Page, usePages } from "@/components/ui/use-pages";
import { READERS, type ReaderView, type Readers as Shown } from "@/lib/core/broadcast-reader";

interface ReadersProps {
  id: string;
  first: Page<ReaderView>;
  show: Shown;
  /** Whether people were asked to take note. */
  acknowledged: boolean;
  zone: string;
  loadMore: LoadPage<ReaderView>;
}

const NAMES: Readonly<Record<Shown, string>> = {
  all: "All",
  read: "Read",
  unread: "Not read",
  acknowledged: "Acknowledged",
  waiting: "Not acknowledged",
  missed: "Not notified",
};

/** Who has read and acknowledged it, who has not, and who did not get it and why. */
export function Readers({ id, first, show, acknowledged, zone, loadMore }: ReadersProps) {
  const { rows, hasMore, more, next } = usePages(first, loadMore);
  const choices = READERS.filter((one) => acknowledged || (one !== "acknowledged" && one !== "waiting"));
  return (
    <section aria-labelledby="people" className="space-y-3 pt-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="people" className="font-semibold text-lg">
          People
        </h2>
        <Button asChild variant="outline" size="sm">
          <a href={`/admin/broadcasts/${id}/readers.csv`} download>
            <Download aria-hidden />
            Export CSV
          </a>
        </Button>
      </div>
      <nav aria-label="Which people" className="flex flex-wrap gap-1">
        {choices.map((one) => (
          <Link
            key={one}
            href={one === "all" ? `/admin/broadcasts/${id}` : `/admin/broadcasts/${id}?show=${one}`}
            scroll={false}
            prefetch={false}
            aria-current={one === show ? "page" : undefined}
            className={cn(
              "inline-flex h-8 items-center rounded-full px-3 text-muted-foreground hover:bg-accent pointer-coarse:h-11",
              one === show && "bg-accent font-medium text-foreground forced-colors:underline",
            )}
          >
            {NAMES[one]}
          </Link>
        ))}
      </nav>
      {rows.length === 0 ? (
        <p className="rounded-xl border bg-card px-4 py-8 text-center text-muted-foreground">Nobody.</p>
      ) : (
        <ul aria-label="People" className="overflow-hidden rounded-xl border bg-card">
          {rows.map((reader) => (
            <Row key={reader.user} {...{ reader, zone }} />
          ))}
        </ul>
      )}
      <ListFoot hasMore={hasMore} more={more} onNext={next} />
    </section>
  );
}

function Row({ reader, zone }: { reader: ReaderView; zone: string }) {
  const { user, name, email } = reader;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-0.5 border-b px-4 py-2.5 last:border-b-0">
      <Person name={name ?? user} id={user} />
      <div className="min-w-0 flex-1 basis-40">
        <p className="wrap-anywhere font-medium">
          <bdi>{name ?? user}</bdi>
        </p>
        <p className="wrap-anywhere text-muted-foreground text-sm">{email ?? "Not here any more"}</p>
      </div>
      <p className="figures text-muted-foreground text-sm max-sm:basis-full max-sm:pl-11">
        <Did {...{ reader, zone }} />
      </p>
    </li>
  );
}

function Did({ reader: { missed, read_at, acknowledged_at }, zone }: { reader: ReaderView; zone: string }) {
  if (missed) return <>Not notified: {whyWords(missed)}</>;
  const did = acknowledged_at ? "Acknowledged" : read_at ? "Read" : "Not read yet";
  const at = acknowledged_at ?? read_at;
  return (
    <>
      {did} {at ? <RelativeTime at={at} zone={zone} /> : null}
    </>
  );
}
