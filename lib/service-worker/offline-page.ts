import type { Kept, KeptItem } from "./kept-items";
import { OFFLINE_STYLE } from "./offline-style";

/** The page without a network: the latest items, said to be no newer than they are (U11). No script runs on it. */
export function offlinePage(kept: Kept | null): string {
  const items = kept?.items ?? [];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Offline · Belfry</title>
<style>${OFFLINE_STYLE}</style>
</head>
<body>
<main>
<h1>You are offline</h1>
<p class="notice" role="status">${noticeOf(kept, items.length)}</p>
<p><a class="again" href="">Try again</a></p>
${items.length > 0 ? `<h2>Latest notifications</h2>\n<ul>${items.map(itemOf).join("")}</ul>` : ""}
</main>
</body>
</html>`;
}

function noticeOf(kept: Kept | null, count: number): string {
  if (!kept || count === 0)
    return "Belfry cannot be reached from here, and nothing was kept to read. It will be back once you are online.";
  const what = count === 1 ? "This is the last notification" : `These are the last ${count} notifications`;
  return `${what} as of ${moment(kept.at)}. What came since, and what you do now, needs a network.`;
}

function itemOf({ title, body, origin, createdAt, readAt }: KeptItem): string {
  const unread = readAt === null;
  return `<li${unread ? ' class="unread"' : ""}>
<p class="title">${unread ? '<span class="dot" role="img" aria-label="Unread"></span>' : ""}<bdi>${escaped(title)}</bdi></p>
${body ? `<p class="body"><bdi>${escaped(body)}</bdi></p>` : ""}
<p class="meta"><time datetime="${escaped(createdAt)}">${moment(createdAt)}</time> · <bdi>${escaped(origin)}</bdi></p>
</li>`;
}

function moment(at: string): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return "an earlier time";
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" }).format(date);
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
