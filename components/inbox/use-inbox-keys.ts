"use client";

import { type RefObject, useEffect, useRef } from "react";
import { actOf, type KeyAct } from "@/components/inbox/keys";

export interface KeyTarget {
  list: RefObject<HTMLElement | null>;
  enabled: boolean;
  /** Of moving; answers for the rest. `id` is of the row with the focus, null where none has it. */
  on(act: Exclude<KeyAct, "next" | "previous" | "open">, id: string | null): void;
}

/** The keys of the inbox (U29), wherever the focus is but in a field, a menu or a dialog. */
export function useInboxKeys(target: KeyTarget) {
  const latest = useRef(target);
  latest.current = target;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { list, enabled, on } = latest.current;
      const from = event.target instanceof Element ? event.target : null;
      if (event.defaultPrevented || from?.closest(ELSEWHERE) || document.querySelector("dialog[open]")) return;
      const row = from?.closest<HTMLElement>("article[data-item]") ?? null;
      const here = row && list.current?.contains(row) ? row : null;
      const act = actOf(event, enabled, here !== null);
      if (act === null) return;
      event.preventDefault();
      if (act === "next" || act === "previous") move(list.current, here, act === "next" ? 1 : -1);
      else if (act === "open") here?.querySelector<HTMLElement>("h3 a")?.click();
      else on(act, here?.dataset.item ?? null);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}

const ELSEWHERE =
  "input, textarea, select, [contenteditable], [role=menu], [role=dialog], [data-popups], [data-sonner-toaster]";

function move(list: HTMLElement | null, here: HTMLElement | null, by: 1 | -1) {
  const rows = [...(list?.querySelectorAll<HTMLElement>("article[data-item]") ?? [])];
  const at = here ? rows.indexOf(here) + by : by === 1 ? 0 : -1;
  const to = rows[at];
  if (!to) return;
  to.focus({ preventScroll: true });
  to.scrollIntoView({ block: "nearest" });
}
