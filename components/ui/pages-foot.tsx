import Link from "next/link";
import { Button } from "@/components/ui/button";

/** The foot of a list whose page is in the address: back to its start, and on. */
export function PagesFoot({ start, next }: { start: string | null; next: string | null }) {
  if (!start && !next) return null;
  return (
    <nav aria-label="Pages" className="flex justify-center gap-2">
      {start ? (
        <Button asChild variant="ghost">
          <Link href={start}>Back to the start</Link>
        </Button>
      ) : null}
      {next ? (
        <Button asChild variant="outline">
          <Link href={next}>Next page</Link>
        </Button>
      ) : null}
    </nav>
  );
}
