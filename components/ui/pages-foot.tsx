"use client";

import Link from "next/link";
import { Button } from "@/components/ui/button";
import { topOfPage } from "@/components/ui/top-of-page";

/** The foot of a list whose page is in the address: back to its start, and on. Reading goes on at the top. */
export function PagesFoot({ start, next }: { start: string | null; next: string | null }) {
  if (!start && !next) return null;
  return (
    <nav aria-label="Pages" className="flex justify-center gap-2">
      {start ? (
        <Button asChild variant="ghost">
          <Link href={start} onClick={toTop}>
            Back to the start
          </Link>
        </Button>
      ) : null}
      {next ? (
        <Button asChild variant="outline">
          <Link href={next} onClick={toTop}>
            Next page
          </Link>
        </Button>
      ) : null}
    </nav>
  );
}

function toTop() {
  topOfPage()?.focus({ preventScroll: true });
}
