"use client";

import { Bell as BellIcon } from "lucide-react";
import { useId, useRef } from "react";
import { badgeText, bellName } from "@/components/bell/badge";
import type { BellModel } from "@/components/bell/use-bell";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { later } from "@/components/ui/later";

const BellPanel = later(() => import("@/components/bell/bell-panel").then((module) => module.BellPanel));

export interface BellProps {
  bell: BellModel;
  zone: string;
  open: boolean;
  onOpenChange(open: boolean): void;
}

/** The bell, and under it its panel. */
export function Bell({ bell, zone, open, onOpenChange }: BellProps) {
  const panelId = useId();
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button
        ref={button}
        variant="ghost"
        size="icon"
        aria-label={bellName(bell.all.unread)}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-controls={open ? panelId : undefined}
        className={cn("relative", isLong(badgeText(bell.all.unread)) && "mr-1.5")}
        onClick={() => onOpenChange(!open)}
      >
        <BellIcon aria-hidden className="size-5" />
        <Badge unread={bell.all.unread} />
      </Button>
      {open ? (
        <BellPanel id={panelId} bell={bell} zone={zone} button={button} onClose={() => onOpenChange(false)} />
      ) : null}
    </>
  );
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
