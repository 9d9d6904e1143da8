import type { KeyboardEvent } from "react";

/** The keys of a feed (APG): Page Up and Down between its articles, Ctrl+Home and End to its first and last. */
export function onFeedKey(event: KeyboardEvent<HTMLElement>) {
  const articles = [...event.currentTarget.querySelectorAll<HTMLElement>("article")];
  const here = articles.findIndex((article) => article.contains(event.target as Node));
  const to = target(event, here, articles.length - 1);
  if (to === null || !articles[to]) return;
  event.preventDefault();
  articles[to].focus();
  articles[to].scrollIntoView({ block: "nearest" });
}

function target({ key, ctrlKey }: KeyboardEvent, here: number, last: number): number | null {
  if (key === "PageDown") return Math.min(here + 1, last);
  if (key === "PageUp") return Math.max(here - 1, 0);
  if (ctrlKey && key === "Home") return 0;
  if (ctrlKey && key === "End") return last;
  return null;
}
