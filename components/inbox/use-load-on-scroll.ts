"use client";

import { type RefObject, useEffect, useRef } from "react";

/** Calls `next` when the end of the list comes near while somebody scrolls; `ready` is false while a page is under way. */
export function useLoadOnScroll(end: RefObject<HTMLElement | null>, ready: boolean, next: () => void) {
  const latest = useRef(next);
  latest.current = next;
  useEffect(() => {
    if (!ready || !end.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting) && window.scrollY > 0) latest.current();
      },
      { rootMargin: "800px 0px" },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [ready, end]);
}
