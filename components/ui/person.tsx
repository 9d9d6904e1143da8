import { cn } from "@/components/ui/cn";
import { hueOf, initials } from "@/components/ui/initials";

/**
 * A person's picture: their initials on a colour of their own. Decoration; the name stands beside it. Not Radix's avatar,
 * which waits for an image: there is none, and lists have a hundred of these.
 */
export function Person({ name, id, className }: { name: string; id?: string; className?: string }) {
  return (
    <span aria-hidden data-slot="avatar" className={cn("flex size-8 shrink-0 overflow-hidden rounded-full", className)}>
      <span
        data-hue={hueOf(id ?? name)}
        className="flex size-full select-none items-center justify-center bg-(--tint) font-semibold text-(--tint-ink) text-xs rounded-[inherit] forced-colors:border"
      >
        {initials(name)}
      </span>
    </span>
  );
}
