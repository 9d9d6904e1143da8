"use client";

import { type ComponentType, createElement, lazy, Suspense } from "react";

/**
 * A part that the first paint does not need, in a script of its own. It is fetched once the page is there and the browser
 * has nothing to do, so that it opens at once when it is asked for, and without a network too.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  if (typeof window !== "undefined") whenIdle(() => load().catch(() => {}));
  const Part = lazy(async () => ({ default: await load() })) as unknown as ComponentType<Props>;
  return (props) => <Suspense>{createElement(Part, props)}</Suspense>;
}

function whenIdle(work: () => void): void {
  if (document.readyState !== "complete") window.addEventListener("load", () => whenIdle(work), { once: true });
  else if ("requestIdleCallback" in window) window.requestIdleCallback(work);
  else setTimeout(work);
}
