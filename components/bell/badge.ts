/** What the red badge says: nothing at 0, the number to 99, then `99+` (U1). */
export function badgeText(unread: number): string {
  if (unread <= 0) return "";
  return unread > 99 ? "99+" : String(unread);
}

/** The bell's accessible name, exact to 999; the server counts no further and says 1000 (A16, U1). */
export function bellName(unread: number): string {
  if (unread <= 0) return "Notifications";
  return unread > 999 ? "Notifications, more than 999 unread" : `Notifications, ${unread} unread`;
}
