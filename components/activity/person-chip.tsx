import { X } from "lucide-react";
import Link from "next/link";
import { type ActivityQuery, activityAddress } from "@/components/activity/activity-query";

/** Whose activity is shown; the chip takes the question back. */
export function PersonChip({ path, query }: { path: string; query: ActivityQuery }) {
  if (!query.person) return null;
  return (
    <p>
      <Link
        href={activityAddress(path, { ...query, person: undefined })}
        aria-label={`Of everybody, not only ${query.person}`}
        className="inline-flex h-8 max-w-full items-center gap-1.5 rounded-full bg-muted px-3 hover:bg-accent pointer-coarse:h-11"
      >
        <span className="truncate">
          Person: <bdi className="font-medium">{query.person}</bdi>
        </span>
        <X aria-hidden className="size-4 shrink-0 text-muted-foreground" />
      </Link>
    </p>
  );
}
