"use client";

import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from "react";
import { TAB_NAMES } from "@/components/preferences/names";
import { MEDIA, type Medium } from "@/lib/core/channel";
import { preferencesAddress } from "@/lib/core/preferences-address";

/** Of the panel that the tabs switch. */
export const PANEL = "preferences-panel";

export function tabId(medium: Medium): string {
  return `tab-${medium}`;
}

interface TabBarProps {
  medium: Medium;
  label?: string;
  /** Where each tab is; a person's own preferences unless said otherwise. */
  addressOf?(medium: Medium): string;
}

/**
 * The four tabs (R46): links, so that each has an address that opens in a new window, and tabs by their keys (APG). The
 * page holds all four, so that switching asks no server.
 */
export function TabBar({ medium, label = "Notifications", addressOf = ownAddress }: TabBarProps) {
  // Until then the router does not hear of a state that is pushed, and a press follows the link.
  const awake = useRef(false);
  useEffect(() => {
    awake.current = true;
  }, []);

  function go(to: Medium) {
    if (to !== medium) window.history.pushState(null, "", addressOf(to));
  }

  // Where they do not all fit, the one in force is in sight.
  useEffect(() => {
    const tab = document.getElementById(tabId(medium));
    const list = tab?.parentElement;
    if (tab && list) list.scrollLeft = tab.offsetLeft + tab.offsetWidth - list.offsetLeft - list.clientWidth;
  }, [medium]);

  function onClick(event: MouseEvent, to: Medium) {
    if (!awake.current || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(to);
  }

  function onKeyDown(event: KeyboardEvent, from: Medium) {
    const to = event.key === " " ? from : neighbour(event.key, from);
    if (!to || !awake.current) return;
    event.preventDefault();
    go(to);
    document.getElementById(tabId(to))?.focus();
  }

  return (
    <div role="tablist" aria-label={label} className="flex gap-5 overflow-x-auto border-b max-sm:gap-3">
      {MEDIA.map((each) => (
        <a
          key={each}
          id={tabId(each)}
          role="tab"
          href={addressOf(each)}
          aria-selected={each === medium}
          aria-controls={each === medium ? PANEL : undefined}
          tabIndex={each === medium ? 0 : -1}
          onClick={(event) => onClick(event, each)}
          onKeyDown={(event) => onKeyDown(event, each)}
          className="inline-flex h-10 shrink-0 items-center border-transparent border-b-2 px-0.5 font-medium text-muted-foreground transition-colors max-sm:text-sm duration-150 hover:text-foreground focus-visible:-outline-offset-2 focus-visible:rounded-sm aria-selected:border-primary aria-selected:text-foreground forced-colors:border-[Canvas] forced-colors:aria-selected:border-[Highlight] pointer-coarse:h-11"
        >
          {TAB_NAMES[each]}
        </a>
      ))}
    </div>
  );
}

function ownAddress(medium: Medium): string {
  return preferencesAddress({ medium });
}

function neighbour(key: string, from: Medium): Medium | undefined {
  const at = MEDIA.indexOf(from);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: MEDIA.length - 1 }[key];
  return to === undefined ? undefined : MEDIA[(to + MEDIA.length) % MEDIA.length];
}
