import { Ellipsis } from "lucide-react";
import { useState } from "react";
import type { ItemMenuActs } from "@/components/bell/item-menu-content";
import { Button } from "@/components/ui/button";
import { later } from "@/components/ui/later";
import { useMenuButton } from "@/components/ui/use-menu-button";
import type { FeedItem } from "@/lib/core/feed-item";

const ItemMenuContent = later(() => import("@/components/bell/item-menu-content").then((it) => it.ItemMenuContent));
const SnoozeDialog = later(() => import("@/components/bell/snooze-dialog").then((module) => module.SnoozeDialog));

export interface ItemMenuProps extends ItemMenuActs {
  item: FeedItem;
  titleId: string;
  zone: string;
}

/** Everything that can be done with one notification, in the bell and in a pop-up (R12). */
export function ItemMenu({ item, titleId, zone, ...acts }: ItemMenuProps) {
  const { made, menu, button } = useMenuButton();
  const [picking, setPicking] = useState(false);

  function closePicking() {
    setPicking(false);
    requestAnimationFrame(() => button.ref.current?.focus());
  }

  return (
    <>
      <span className="relative flex">
        <Button
          {...button}
          variant="ghost"
          size="icon-sm"
          aria-label="More actions"
          aria-describedby={titleId}
          className="text-muted-foreground"
        >
          <Ellipsis aria-hidden />
        </Button>
        {made ? (
          <ItemMenuContent {...menu} item={item} zone={zone} acts={acts} onPickDate={() => setPicking(true)} />
        ) : null}
      </span>
      {picking ? <SnoozeDialog atDate count={1} zone={zone} onSnooze={acts.onSnooze} onClose={closePicking} /> : null}
    </>
  );
}
