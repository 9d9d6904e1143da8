"use client";

import { History as HistoryIcon } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useOptimistic, useTransition } from "react";
import { HistoryEntry } from "@/components/history/history-entry";
import { type AboutChoice, HistoryFilters } from "@/components/history/history-filters";
import { type HistoryQuery, historyAddress, isFiltered } from "@/components/history/history-query";
import { Button } from "@/components/ui/button";
import { byDay, daysOf } from "@/components/ui/by-day";
import { cn } from "@/components/ui/cn";
import { ListFoot } from "@/components/ui/list-foot";
import { type LoadPage, type Page, usePages } from "@/components/ui/use-pages";
import type { HistoryRow } from "@/lib/core/history";

export interface HistoryProps {
  first: Page<HistoryRow>;
  query: HistoryQuery;
  about: readonly AboutChoice[];
  zone: string;
  /** The server's clock when it rendered, RFC 3339: the days must read the same in both places. */
  now: string;
  loadMore: LoadPage<HistoryRow>;
}

/** What reached me and what did not, by day (R93). Its list begins anew with each question. */
export function History({ first, query, about, zone, now, loadMore }: HistoryProps) {
  const router = useRouter();
  const [asking, startAsking] = useTransition();
  const [asked, setAsked] = useOptimistic(query);
  function ask(wanted: HistoryQuery) {
    startAsking(() => {
      setAsked(wanted);
      router.replace(historyAddress(wanted), { scroll: false });
    });
  }
  return (
    <div className="space-y-4">
      <div>
        <h1 className="font-semibold text-xl">History</h1>
        <p className="text-muted-foreground">What reached you and what did not, where, and by whose decision.</p>
      </div>
      <HistoryFilters query={asked} about={about} onChange={ask} />
      <div aria-busy={asking} className={cn("transition-opacity", asking && "opacity-60")}>
        <Rows key={historyAddress(query)} {...{ first, query, zone, now, loadMore }} />
      </div>
    </div>
  );
}

function Rows({ first, query, zone, now, loadMore }: Omit<HistoryProps, "about">) {
  const { rows, hasMore, more, next } = usePages(first, loadMore);
  return (
    <>
      <p role="status" className="sr-only">
        {countWords(rows.length, hasMore)}
      </p>
      {rows.length === 0 ? <Nothing query={query} hasMore={hasMore} /> : null}
      {byDay(rows, ({ at }) => at, daysOf(new Date(now), zone)).map(({ day, items: ofDay }) => (
        <section key={day} aria-label={day} className="mb-5">
          <h2 className="mb-1.5 font-medium text-muted-foreground text-sm">{day}</h2>
          <ul className="overflow-hidden rounded-xl border bg-card">
            {ofDay.map((row) => (
              <HistoryEntry key={row.id} row={row} zone={zone} />
            ))}
          </ul>
        </section>
      ))}
      <ListFoot hasMore={hasMore} more={more} onNext={next} />
    </>
  );
}

function countWords(count: number, hasMore: boolean): string {
  if (count === 0) return hasMore ? "None among the latest" : "Nothing found";
  return `${count}${hasMore ? " or more" : ""} found`;
}

function Nothing({ query, hasMore }: { query: HistoryQuery; hasMore: boolean }) {
  const filtered = isFiltered(query);
  return (
    <div className="flex flex-col items-center gap-1 py-16 text-center">
      <span className="mb-2 flex size-11 items-center justify-center rounded-full bg-muted">
        <HistoryIcon aria-hidden className="size-5 text-muted-foreground" />
      </span>
      <p className="font-medium">
        {filtered ? (hasMore ? "None among the latest" : "Nothing matches") : "Nothing yet"}
      </p>
      <p className="max-w-80 text-balance text-muted-foreground">
        {filtered
          ? "Try fewer filters, or show everything."
          : "Each time something could have reached you, this page says whether it did, and why."}
      </p>
      {filtered ? (
        <Button asChild variant="ghost" size="sm" className="mt-1 text-primary">
          <Link href="/settings/notifications/history">Show everything</Link>
        </Button>
      ) : null}
    </div>
  );
}
