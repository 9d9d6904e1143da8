"use client";

import { Bell as BellIcon } from "lucide-react";
import { useId } from "react";
import { badgeText, bellName } from "@/components/bell/badge";
import { Panel } from "@/components/bell/panel";
import type { BellModel } from "@/components/bell/use-bell";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { DropdownMenuHost } from "@/components/ui/dropdown-menu";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";

export interface BellProps {
  bell: BellModel;
  zone: string;
  open: boolean;
  onOpenChange(open: boolean): void;
}

/** The bell and its panel: a non-modal dialog, not a menu (U1, U2). */
export function Bell({ bell, zone, open, onOpenChange }: BellProps) {
  const headingId = useId();
  return (
    <Popover open={open} onOpenChange={onOpenChange}>
      <PopoverTrigger asChild>
        <Button
          variant="ghost"
          size="icon"
          aria-label={bellName(bell.all.unread)}
          className={cn("relative", isLong(badgeText(bell.all.unread)) && "mr-1.5")}
        >
          <BellIcon aria-hidden className="size-5" />
          <Badge unread={bell.all.unread} />
        </Button>
      </PopoverTrigger>
      <PopoverContent
        aria-labelledby={headingId}
        data-sheet
        align="end"
        sideOffset={10}
        collisionPadding={8}
        onOpenAutoFocus={(event) => {
          event.preventDefault();
          document.getElementById(headingId)?.focus();
        }}
        onEscapeKeyDown={(event) => {
          // It closes the dialog within first.
          if (document.querySelector("dialog[open]")) event.preventDefault();
        }}
        onInteractOutside={(event) => {
          if (isOurs(event.target)) event.preventDefault();
        }}
        className="flex h-[min(40rem,calc(100dvh-5rem))] w-105 flex-col p-0 max-sm:h-dvh max-sm:w-screen max-sm:rounded-none max-sm:border-0"
      >
        <DropdownMenuHost>
          <div className="flex min-h-0 flex-1 flex-col overflow-hidden rounded-[inherit]">
            <Panel bell={bell} zone={zone} headingId={headingId} onClose={() => onOpenChange(false)} />
          </div>
        </DropdownMenuHost>
      </PopoverContent>
    </Popover>
  );
}

// Undo in a message, and a pop-up's buttons, belong to the bell: using them does not close it.
function isOurs(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("[data-sonner-toaster], [data-popups]") !== null;
}

function Badge({ unread }: { unread: number }) {
  if (unread === 0) return null;
  const text = badgeText(unread);
  return (
    <span
      aria-hidden
      className={cn(
        "filled figures absolute top-0.5 min-w-4 rounded-full bg-badge px-1 text-center font-semibold text-[0.6875rem] text-badge-foreground leading-4 ring-2 ring-background",
        isLong(text) ? "-right-3" : "left-1/2 ml-0.5",
      )}
    >
      {text}
    </span>
  );
}

/** Such as `99+`: it reaches beyond the bell, towards the person's picture, and gets room. */
function isLong(text: string): boolean {
  return text.length > 2;
}
