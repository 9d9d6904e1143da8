"use client";

import { type RefObject, useLayoutEffect } from "react";

/** Between two pop-ups; pixels. */
const GAP = 8;

/**
 * Stacks the articles in `root` upwards, the last one lowest. They are moved, not laid out anew: nothing on the page
 * shifts while many arrive, and what makes room glides.
 */
export function useStack(root: RefObject<HTMLElement | null>, shown: readonly unknown[]): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: other articles are there once others are shown
  useLayoutEffect(() => {
    const articles = [...(root.current?.querySelectorAll("article") ?? [])].reverse();
    const stack = () => {
      let height = 0;
      for (const article of articles) {
        article.style.translate = `0 ${-height}px`;
        height += article.offsetHeight + GAP;
      }
    };
    stack();
    // One that explains itself grows.
    const observer = new ResizeObserver(stack);
    for (const article of articles) observer.observe(article);
    return () => observer.disconnect();
  }, [root, shown]);
}
