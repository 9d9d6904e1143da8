import type { LucideIcon } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { defaultsAddress } from "@/components/defaults/draft";
import { cn } from "@/components/ui/cn";
import type { Medium } from "@/lib/core/channel";

interface ProfileItemProps {
  id: string;
  name: string;
  /** Whose defaults these are. */
  detail: string;
  Icon: LucideIcon;
  /** Whether it is the one that is edited. */
  current: boolean;
  /** The tab that stays when it is chosen. */
  medium: Medium;
  /** What makes it one that can be dragged. */
  drag?: object;
  /** Another is dragged over it. */
  over?: boolean;
  children?: ReactNode;
}

/** The account or a profile in the list: a link to its defaults, and what can be done with it. */
export function ProfileItem({ id, name, detail, Icon, current, medium, drag, over, children }: ProfileItemProps) {
  return (
    <li
      {...drag}
      className={cn(
        "relative flex items-start gap-1 rounded-md pr-1 hover:bg-accent",
        current && "bg-accent forced-colors:underline",
        over && "outline-2 outline-ring outline-dashed",
      )}
    >
      <Link
        href={defaultsAddress(id, medium)}
        aria-current={current ? "page" : undefined}
        draggable={false}
        className="flex min-h-12 min-w-0 flex-1 gap-2.5 rounded-md px-3 py-1.5"
      >
        <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-muted-foreground" />
        <span className="min-w-0 flex-1">
          <span className="wrap-anywhere block font-medium">
            <bdi>{name}</bdi>
          </span>
          <span className="wrap-anywhere block text-muted-foreground text-sm">{detail}</span>
        </span>
      </Link>
      {children}
    </li>
  );
}
