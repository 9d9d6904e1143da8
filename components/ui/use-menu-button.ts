"use client";

import { type KeyboardEvent, type MouseEvent, type PointerEvent, useId, useRef, useState } from "react";

/**
 * What a button needs that opens a menu (APG's menu button). The menu is made when its button gets the focus or is
 * pressed: a list has a hundred of these and opens one, and its script need not be there before.
 */
export function useMenuButton() {
  const id = useId();
  const ref = useRef<HTMLButtonElement>(null);
  const [made, setMade] = useState(false);
  const [open, setOpen] = useState(false);

  function change(next: boolean) {
    setMade(true);
    setOpen(next);
  }

  function onPointerDown(event: PointerEvent) {
    if (event.button !== 0 || event.ctrlKey) return;
    change(!open);
    // Else the button would take the focus from the menu.
    if (!open) event.preventDefault();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (!["Enter", " ", "ArrowDown"].includes(event.key)) return;
    event.preventDefault();
    change(true);
  }

  // From a screen reader: no pointer and no key came before.
  function onClick({ detail }: MouseEvent) {
    if (detail === 0) change(true);
  }

  return {
    made,
    menu: { open, onOpenChange: setOpen, buttonId: id, button: ref },
    button: {
      ref,
      id,
      "aria-haspopup": "menu",
      "aria-expanded": open,
      onFocus: () => setMade(true),
      onPointerDown,
      onKeyDown,
      onClick,
    },
  } as const;
}
