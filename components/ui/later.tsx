"use client";

import { type ComponentType, createElement, useEffect, useState } from "react";

interface Part<Props> {
  /** Once it was fetched. */
  here?: ComponentType<Props>;
  fetch(): Promise<ComponentType<Props>>;
}

/** Between two tries to fetch what somebody waits for; milliseconds. */
const AGAIN_AFTER = 2000;

/**
 * A part that the first paint does not need, in a script of its own. It is fetched once the page is there and the browser
 * has nothing to do, so that it opens at once when it is asked for, and without a network too.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const part: Part<Props> = {
    async fetch() {
      part.here = await load();
      return part.here;
    },
  };
  if (typeof window !== "undefined") whenIdle(() => part.fetch().catch(() => {}));
  return (props) => <Later part={part} props={props} />;
}

/** Not React's `lazy`: that holds back for a third of a second what it waited for, and ends the page when the network fails. */
function Later<Props extends object>({ part, props }: { part: Part<Props>; props: Props }) {
  const [shown, setShown] = useState(() => part.here);
  useEffect(() => {
    if (shown) return;
    let wanted = true;
    let timer: ReturnType<typeof setTimeout>;
    const attempt = () =>
      part.fetch().then(
        (found) => wanted && setShown(() => found),
        () => {
          if (wanted) timer = setTimeout(attempt, AGAIN_AFTER);
        },
      );
    attempt();
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [part, shown]);
  return shown ? createElement(shown, props) : null;
}

function whenIdle(work: () => void): void {
  if (document.readyState !== "complete") window.addEventListener("load", () => whenIdle(work), { once: true });
  else if ("requestIdleCallback" in window) window.requestIdleCallback(work);
  else setTimeout(work);
}
