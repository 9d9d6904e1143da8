import { Bell, Download, Plug } from "lucide-react";
import { Avatar, AvatarFallback, AvatarImage } from "@/components/ui/avatar";
import { Person } from "@/components/ui/person";
import type { FeedItem } from "@/lib/core/feed-item";

/** Who or what it comes from: the person, else the app's icon, else a sign for its kind. Decoration only. */
export function Picture({ item }: { item: FeedItem }) {
  if (item.actor) return <Person name={item.actor.name} id={item.actor.id} />;
  const Sign = item.feed === "downloads" ? Download : item.app ? Plug : Bell;
  return (
    <Avatar aria-hidden className="rounded-lg">
      {item.app?.icon ? <AvatarImage src={item.app.icon} /> : null}
      <AvatarFallback className="bg-accent text-muted-foreground group-hover:bg-card">
        <Sign className="size-4" />
      </AvatarFallback>
    </Avatar>
  );
}
