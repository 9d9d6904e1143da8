import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";

/** Leads from one thing's page back to the list of all. */
export function BackLink({ href, children }: { href: string; children: string }) {
  return (
    <Button asChild variant="ghost" size="sm" className="mb-2 -ml-2.5">
      <Link href={href}>
        <ArrowLeft aria-hidden />
        {children}
      </Link>
    </Button>
  );
}
