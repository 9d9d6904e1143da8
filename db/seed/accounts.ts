/** Who can sign in to the demo, and what they are for there. */
export const DEMO_ACCOUNTS = [
  { id: "ingrid", does: "super admin, managing director" },
  { id: "maarten", does: "admin, leads the sales team" },
  { id: "joris", does: "sales" },
  { id: "amina", does: "support" },
] as const;

/** For all of them; on loopback only. */
export const DEMO_PASSWORD = "winter-jackets-for-rotterdam";
