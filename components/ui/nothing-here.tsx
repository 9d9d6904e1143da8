import type { LucideIcon } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";

export interface NothingHereProps {
  Icon: LucideIcon;
  title: string;
  /** The one thing to do: a `Way`. */
  action?: ReactNode;
  children: ReactNode;
}

/** What an empty list says: what will appear here, why nothing does, and the one thing to do (U11). */
export function NothingHere({ Icon, title, action, children }: NothingHereProps) {
  return (
    <div className="flex flex-col items-center gap-1 py-16 text-center">
      <span className="mb-2 flex size-11 items-center justify-center rounded-full bg-muted">
        <Icon aria-hidden className="size-5 text-muted-foreground" />
      </span>
      <p className="font-medium">{title}</p>
      <p className="max-w-80 text-balance text-muted-foreground">{children}</p>
      {action ? <div className="mt-3">{action}</div> : null}
    </div>
  );
}

/** What to do where nothing is: a link, or an act. */
export function Way({ children, ...to }: { children: string } & ({ href: string } | { onClick(): void })) {
  return "href" in to ? (
    <Button asChild variant="outline" size="sm">
      <Link href={to.href}>{children}</Link>
    </Button>
  ) : (
    <Button variant="outline" size="sm" onClick={to.onClick}>
      {children}
    </Button>
  );
}
