"use client";

import { type RefObject, useEffect, useRef } from "react";
import type { Acts } from "@/components/bell/use-acts";
import { Popup } from "@/components/popups/popup";
import { useHeld } from "@/components/popups/use-held";
import type { PopupsModel } from "@/components/popups/use-popups";
import { useStack } from "@/components/popups/use-stack";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { DropdownMenuHost } from "@/components/ui/dropdown-menu-host";
import type { FeedItem } from "@/lib/core/feed-item";

export interface PopupsProps {
  popups: PopupsModel;
  zone: string;
  acts: Acts;
  /** True while the bell's panel is open: what arrives is in front of the person already. */
  hidden: boolean;
  onFollow(item: FeedItem): void;
  /** Opens the bell, where the folded ones are. */
  onMore(): void;
}

/** Pop-ups in the bottom right corner (R14). They never take the focus; F6 leads to them (U6). */
export function Popups({ popups, zone, acts, hidden, onFollow, onMore }: PopupsProps) {
  const root = useRef<HTMLElement>(null);
  const { held, holding, letGo, cameFrom } = useHeld(root);
  const { shown, folded, spoken, visible } = popups;
  useHotkey(root);
  useStack(root, shown);

  function close(id: string, all: boolean) {
    const focused = root.current?.contains(document.activeElement);
    if (all) popups.closeAll();
    else popups.leave(id);
    letGo(all || shown.length === 1);
    if (focused) requestAnimationFrame(() => (closeButton(root.current) ?? cameFrom.current)?.focus());
  }

  return (
    <>
      <div role="status" aria-live="polite" className="sr-only">
        {spoken}
      </div>
      <section
        ref={root}
        aria-label="Pop-up notifications"
        data-popups
        {...holding}
        onKeyDown={(event) => {
          const article = (event.target as Element).closest("article");
          const at = article ? [...(root.current?.querySelectorAll("article") ?? [])].indexOf(article) : -1;
          if (event.key === "Escape" && shown[at]) close(shown[at].id, event.shiftKey);
        }}
        className={cn(
          "pointer-events-none fixed right-4 bottom-4 left-4 z-60 flex flex-col gap-2 max-sm:bottom-20 sm:left-auto sm:w-90",
          hidden && "hidden",
        )}
      >
        <DropdownMenuHost>
          <div className="relative">
            {shown.map((item) => (
              <Popup
                key={`${item.id} ${item.position}`}
                item={item}
                zone={zone}
                acts={acts}
                paused={hidden || !visible || held}
                onFollow={() => {
                  onFollow(item);
                  close(item.id, false);
                }}
                onLeave={() => close(item.id, false)}
                onClose={(event) => close(item.id, event.shiftKey)}
              />
            ))}
          </div>
        </DropdownMenuHost>
        {folded.length > 0 ? (
          <Button
            variant="outline"
            size="sm"
            className="figures pointer-events-auto self-end rounded-full bg-popover shadow-float"
            onClick={onMore}
          >
            {folded.length} more
          </Button>
        ) : null}
      </section>
    </>
  );
}

function useHotkey(root: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const button = closeButton(root.current);
      if (event.key !== "F6" || !button) return;
      event.preventDefault();
      button.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [root]);
}

function closeButton(root: HTMLElement | null): HTMLElement | null {
  return root?.querySelector<HTMLElement>("button[aria-label=Close]") ?? null;
}
