const COUNT = /^\(\d+\+?\) /;

/** `title` with the unread count before it: `(3) Inbox`, and none at 0 (R11, U20). Exact to 999, as all counts are. */
export function titled(title: string, unread: number): string {
  const plain = title.replace(COUNT, "");
  if (unread <= 0) return plain;
  return `(${unread > 999 ? "999+" : unread}) ${plain}`;
}
