"use client";

import { Plus, UsersRound } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { groupAddress } from "@/components/groups/actions";
import { NewGroup } from "@/components/groups/new-group";
import type { Answer } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { NothingHere, Way } from "@/components/ui/nothing-here";
import { SearchBox } from "@/components/ui/search-box";
import type { GroupSummary } from "@/lib/core/person-view";

export interface GroupsProps {
  rows: readonly GroupSummary[];
  /** How many were found; the page shows the first of them. */
  total: number;
  search: string;
  onCreate(id: string, name: string): Promise<Answer<{ id: string }>>;
}

/** The groups that events and broadcasts can be for, by name. */
export function Groups({ rows, total, search, onCreate }: GroupsProps) {
  const router = useRouter();
  const [asking, startAsking] = useTransition();
  const [making, setMaking] = useState(false);
  const ask = (text: string) =>
    startAsking(() => router.replace(text ? `?search=${encodeURIComponent(text)}` : "?", { scroll: false }));
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <h1 className="font-semibold text-xl">Groups</h1>
          <p role="status" className="figures text-muted-foreground">
            {total === 1 ? "1 group" : `${total.toLocaleString("en")} groups`}
          </p>
        </div>
        <Button onClick={() => setMaking(true)}>
          <Plus aria-hidden />
          New group
        </Button>
      </div>
      <search aria-label="Filter groups">
        <SearchBox label="Search groups" placeholder="Name or id" value={search} onSearch={ask} />
      </search>
      <div aria-busy={asking} className={cn("space-y-3 transition-opacity", asking && "opacity-60")}>
        <Rows rows={rows} searched={search !== ""} onShowAll={() => ask("")} onMake={() => setMaking(true)} />
        {total > rows.length ? (
          <p className="figures text-muted-foreground text-sm">
            And {(total - rows.length).toLocaleString("en")} more. Search to find them.
          </p>
        ) : null}
      </div>
      {making ? <NewGroup onCreate={onCreate} onClose={() => setMaking(false)} /> : null}
    </div>
  );
}

interface RowsProps {
  rows: readonly GroupSummary[];
  searched: boolean;
  onShowAll(): void;
  onMake(): void;
}

function Rows({ rows, searched, onShowAll, onMake }: RowsProps) {
  if (rows.length === 0) {
    return searched ? (
      <NothingHere Icon={UsersRound} title="No group found" action={<Way onClick={onShowAll}>Show all groups</Way>}>
        A search looks at names and ids, whatever their case and accents.
      </NothingHere>
    ) : (
      <NothingHere Icon={UsersRound} title="No groups yet" action={<Way onClick={onMake}>Make the first group</Way>}>
        Events and broadcasts can be for a whole group. Make one here, or let your apps bring theirs.
      </NothingHere>
    );
  }
  return (
    <ul aria-label="Groups" className="overflow-hidden rounded-xl border bg-card">
      {rows.map(({ id, name, members }) => (
        <li
          key={id}
          className="relative flex items-center gap-x-4 border-b px-4 py-2.5 last:border-b-0 hover:bg-accent has-[a:focus-visible]:outline-2 has-[a:focus-visible]:-outline-offset-2"
        >
          <div className="min-w-0 flex-1">
            <Link
              href={groupAddress(id)}
              prefetch={false}
              className="wrap-anywhere font-medium outline-none after:absolute after:inset-0"
            >
              <bdi>{name}</bdi>
            </Link>
            <p className="wrap-anywhere text-muted-foreground text-sm">{id}</p>
          </div>
          <p className="figures shrink-0 text-muted-foreground text-sm">{memberWords(members)}</p>
        </li>
      ))}
    </ul>
  );
}

function memberWords(members: number): string {
  if (members === 0) return "Nobody yet";
  return members === 1 ? "1 person" : `${members.toLocaleString("en")} people`;
}
