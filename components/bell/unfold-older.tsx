import { ChevronRight } from "lucide-react";
import { cn } from "@/components/ui/cn";

/** How many older notifications about the same record stand behind a row, and the way to them. */
export function UnfoldOlder({
  count,
  open,
  titleId,
  onToggle,
}: {
  count: number;
  open: boolean;
  titleId: string;
  onToggle(): void;
}) {
  return (
    <button
      type="button"
      aria-expanded={open}
      aria-describedby={titleId}
      onClick={onToggle}
      className="figures relative -ml-1 flex min-h-6 items-center gap-1 rounded-sm px-1 font-medium text-muted-foreground text-xs hover:text-foreground pointer-coarse:min-h-11"
    >
      <ChevronRight aria-hidden className={cn("size-3.5 transition-transform duration-120", open && "rotate-90")} />
      {count} earlier about this
    </button>
  );
}
