"use client";

import { type FocusEvent, type RefObject, useRef, useState } from "react";

/** Whether the pointer or the focus is on `root`, so that nothing leaves from under it; and where the focus came from. */
export function useHeld(root: RefObject<HTMLElement | null>) {
  const cameFrom = useRef<HTMLElement | null>(null);
  const [held, setHeld] = useState({ pointer: false, focus: false });

  const holding = {
    onFocus({ relatedTarget }: FocusEvent) {
      if (!root.current?.contains(relatedTarget)) cameFrom.current = relatedTarget as HTMLElement | null;
      setHeld((now) => ({ ...now, focus: true }));
    },
    onBlur({ relatedTarget }: FocusEvent) {
      if (!root.current?.contains(relatedTarget)) setHeld((now) => ({ ...now, focus: false }));
    },
    onPointerEnter: () => setHeld((now) => ({ ...now, pointer: true })),
    onPointerLeave: () => setHeld((now) => ({ ...now, pointer: false })),
  };

  /** A removed element fires no blur: whoever removes one says so. `all`: nothing is left for the pointer either. */
  function letGo(all: boolean) {
    setHeld((now) => ({ focus: false, pointer: all ? false : now.pointer }));
  }

  return { held: held.pointer || held.focus, holding, letGo, cameFrom };
}
