import type { Reason } from "./channel";

/** Which of those whom a broadcast was for; `waiting`: who were notified and did not take note yet. */
export const READERS = ["all", "read", "unread", "acknowledged", "waiting", "missed"] as const;
export type Readers = (typeof READERS)[number];

/** What a broadcast came to for one person. Times are RFC 3339. */
export interface ReaderView {
  user: string;
  /** Null where they were erased since. */
  name: string | null;
  email: string | null;
  /** Why they were not notified; null where they were. */
  missed: Reason | null;
  read_at: string | null;
  acknowledged_at: string | null;
}
