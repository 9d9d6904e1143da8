import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";

/** The way back to the list that a page is of. */
export function BackTo({ href, name }: { href: string; name: string }) {
  return (
    <Button asChild variant="ghost" size="sm" className="mb-2 -ml-2.5">
      <Link href={href}>
        <ArrowLeft aria-hidden />
        {name}
      </Link>
    </Button>
  );
}
