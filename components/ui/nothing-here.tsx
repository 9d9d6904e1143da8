import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

/** What an empty list says: what will appear here, and the one thing to do. */
export function NothingHere({ Icon, title, children }: { Icon: LucideIcon; title: string; children: ReactNode }) {
  return (
    <div className="flex flex-col items-center gap-1 py-16 text-center">
      <span className="mb-2 flex size-11 items-center justify-center rounded-full bg-muted">
        <Icon aria-hidden className="size-5 text-muted-foreground" />
      </span>
      <p className="font-medium">{title}</p>
      <p className="max-w-80 text-balance text-muted-foreground">{children}</p>
    </div>
  );
}
