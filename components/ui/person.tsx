import { Avatar, AvatarFallback } from "@/components/ui/avatar";
import { hueOf, initials } from "@/components/ui/initials";

/** A person's picture: their initials on a colour of their own. Decoration; the name stands beside it. */
export function Person({ name, id, className }: { name: string; id?: string; className?: string }) {
  return (
    <Avatar aria-hidden className={className}>
      <AvatarFallback data-hue={hueOf(id ?? name)} className="bg-(--tint) font-semibold text-(--tint-ink)">
        {initials(name)}
      </AvatarFallback>
    </Avatar>
  );
}
