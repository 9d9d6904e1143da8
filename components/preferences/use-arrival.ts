"use client";

import { useEffect, useRef } from "react";

/** Puts the focus on the element with the id `target` and scrolls to it, once after each time that `target` changes. */
export function useArrival(target: string | null) {
  const reached = useRef<string | null>(null);
  // After every render: what a link names may stand in a section that opens only now.
  useEffect(() => {
    if (target === reached.current) return;
    const element = target === null ? null : document.getElementById(target);
    if (target !== null && !element) return;
    reached.current = target;
    element?.scrollIntoView({ block: "center" });
    element?.focus({ preventScroll: true });
  });
}
