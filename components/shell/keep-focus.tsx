"use client";

import { useEffect } from "react";
import { type Place, placeOf, refugeOf } from "@/components/shell/refuge";

/** By it the layout marks what holds the page. */
const CONTENT = "content";

/**
 * Where what has the focus goes (a row that was deleted, a button that did its work, a page that was left), the browser
 * lets go of it, and the next Tab begins at the top. This gives it to what stands nearest, of whatever page (U29).
 */
export function KeepFocus() {
  useEffect(() => {
    const content = document.getElementById(CONTENT);
    if (!content) return;
    let last: Place | null = null;
    let frame = 0;

    const take = ({ target }: FocusEvent) => {
      last = target instanceof HTMLElement && content.contains(target) ? placeOf(target, content) : null;
    };
    // Who clicks beside everything lets go of it, and wants it nowhere.
    const drop = () =>
      setTimeout(() => {
        if (isLost() && last?.element.isConnected) last = null;
      });
    const look = () => {
      if (!last || last.element.isConnected || !isLost()) return;
      cancelAnimationFrame(frame);
      // After the effects of whoever knows better where it belongs.
      frame = requestAnimationFrame(() => {
        // The way back to a list leads to where it was left.
        if (last && isLost()) refugeOf(last)?.focus({ preventScroll: last.page !== location.pathname });
      });
    };
    const watch = new MutationObserver(look);
    watch.observe(content, { childList: true, subtree: true });
    document.addEventListener("focusin", take);
    document.addEventListener("focusout", drop);
    return () => {
      watch.disconnect();
      cancelAnimationFrame(frame);
      document.removeEventListener("focusin", take);
      document.removeEventListener("focusout", drop);
    };
  }, []);
  return null;
}

function isLost(): boolean {
  return document.activeElement === document.body || document.activeElement === null;
}
