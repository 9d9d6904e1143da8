"use client";

import { FileDown, UserPlus, Users } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useOptimistic, useTransition } from "react";
import { toast } from "sonner";
import { PeopleFilters } from "@/components/people/people-filters";
import { type PeopleQuery, peopleAddress } from "@/components/people/people-query";
import { PersonRow } from "@/components/people/person-row";
import { type Answer, faultOf, noAnswer } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { ListFoot } from "@/components/ui/list-foot";
import { NothingHere, Way } from "@/components/ui/nothing-here";
import { type LoadPage, type Page, usePages } from "@/components/ui/use-pages";
import type { PersonView } from "@/lib/core/person-view";

export interface PeopleProps {
  /** `total`: how many there are. */
  first: Page<PersonView> & { total: number | null };
  query: PeopleQuery;
  groups: readonly { id: string; name: string }[];
  /** Whether who looks may make and change people. */
  canChange: boolean;
  /** Writes a file of those who are shown. */
  onExport(query: PeopleQuery): Promise<Answer>;
  loadMore: LoadPage<PersonView>;
}

/** Everybody whom Belfry knows, by name. */
export function People({ first, query, groups, canChange, onExport, loadMore }: PeopleProps) {
  const router = useRouter();
  const [asking, startAsking] = useTransition();
  const [asked, setAsked] = useOptimistic(query);
  function ask(wanted: PeopleQuery) {
    startAsking(() => {
      setAsked(wanted);
      router.replace(peopleAddress(wanted), { scroll: false });
    });
  }
  const [exporting, startExporting] = useTransition();
  function exportThese() {
    if (exporting) return;
    startExporting(async () => {
      const answer = await onExport(query).catch(noAnswer);
      // It is busy until the page is there.
      if (answer.ok) startExporting(() => router.push("/admin/import-export"));
      else toast.error("Not started", { description: faultOf(answer) });
    });
  }
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <h1 className="font-semibold text-xl">People</h1>
          <p role="status" className="figures text-muted-foreground">
            {countWords(first.total ?? 0)}
          </p>
        </div>
        {canChange ? (
          <div className="flex flex-wrap gap-2">
            <Button variant="outline" aria-disabled={exporting} onClick={exportThese}>
              <FileDown aria-hidden />
              Export
            </Button>
            <Button asChild>
              <Link href="/admin/people/new">
                <UserPlus aria-hidden />
                New person
              </Link>
            </Button>
          </div>
        ) : null}
      </div>
      <PeopleFilters query={asked} groups={groups} onChange={ask} />
      <div aria-busy={asking} className={cn("transition-opacity", asking && "opacity-60")}>
        <Rows
          key={peopleAddress(query)}
          first={first}
          canChange={canChange}
          loadMore={loadMore}
          onShowAll={() => ask({})}
        />
      </div>
    </div>
  );
}

interface RowsProps extends Pick<PeopleProps, "first" | "canChange" | "loadMore"> {
  onShowAll(): void;
}

function Rows({ first, canChange, loadMore, onShowAll }: RowsProps) {
  const { rows, hasMore, more, next } = usePages(first, loadMore);
  if (rows.length === 0) {
    return (
      <NothingHere Icon={Users} title="Nobody found" action={<Way onClick={onShowAll}>Show everybody</Way>}>
        A search looks at names, addresses and ids, whatever their case and accents.
      </NothingHere>
    );
  }
  return (
    <div className="space-y-4">
      <ul aria-label="People" className="overflow-hidden rounded-xl border bg-card">
        {rows.map((person) => (
          <PersonRow key={person.id} person={person} canChange={canChange} />
        ))}
      </ul>
      <ListFoot hasMore={hasMore} more={more} onNext={next} />
    </div>
  );
}

function countWords(total: number): string {
  return total === 1 ? "1 person" : `${total.toLocaleString("en")} people`;
}
