"use client";

import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";

/** How far from the window rows are kept ready. */
const NEAR = "4000px 0px";

/** Some rows of a long list: far from the window only their height is kept, so that 10,000 rows cost as much as 200. */
export function Portion({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState<number | null>(null);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      (entries) => {
        const last = entries.at(-1);
        if (last?.isIntersecting) setHeight(null);
        // Whoever has the focus here may come back by a key.
        else if (last && !element.contains(document.activeElement)) setHeight(last.boundingClientRect.height);
      },
      { rootMargin: NEAR },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    if (box.current) box.current.style.height = height === null ? "" : `${height}px`;
  }, [height]);

  return (
    <div ref={box} className="not-last:[&>article:last-child]:border-b">
      {height === null ? children : null}
    </div>
  );
}
