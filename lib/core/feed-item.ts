import type { ScheduleView } from "./schedule-view";
import type { Sound } from "./sound";
import type { Feed } from "./topic";

/** One row of the bell, the inbox or a pop-up, as the screens receive it. Times are RFC 3339, UTC. */
export interface FeedItem {
  id: string;
  topic: string;
  topicName: string;
  /** Name of the section, as people read it. */
  section: string;
  sectionKey: string;
  title: string;
  /** Plain text; may be empty. */
  body: string;
  /** Of a broadcast: the same with its tags, cleaned (S8); and whether its sender waits for the person to take note. */
  broadcast?: { html: string; acknowledge: "wanted" | "given" | null };
  url: string | null;
  actor: { name: string; id?: string } | null;
  subject: { type: string; id: string; title?: string; url?: string } | null;
  app: { id: string; name: string; icon: string | null } | null;
  feed: Feed | null;
  status: "running" | "success" | "failure" | null;
  /** 0 to 1. */
  progress: number | null;
  fileUrl: string | null;
  /** How many events were merged into it; at least 1. */
  count: number;
  /** Where it stands in the feed: see `isNewer`. */
  position: string;
  createdAt: string;
  updatedAt: string;
  seenAt: string | null;
  readAt: string | null;
  archivedAt: string | null;
  snoozedUntil: string | null;
  /** Whether the bell shows and counts it. */
  inBell: boolean;
  popup: boolean;
  /** Whether this browser tells the person, who was elsewhere (R26). */
  browser: boolean;
  sticky: boolean;
  /** Of its pop-up. */
  sound: Sound;
  /** Whether the company requires its topic on desktop, so that nobody can switch it off there. */
  required: boolean;
}

/** The bell shows the latest 50 (R5). */
export const BELL_SIZE = 50;

/** The latest 50 of one tab, newest first (R5), with the one unread count that every screen shows (A16). */
export interface BellFeed {
  /** In All also what pops up without being in the bell: see `inBell`. */
  items: FeedItem[];
  /** Of the whole bell, whatever the tab. Exact to 999; 1000 means more. */
  unread: number;
  /** Unread per tab, capped in the same way. */
  tabs?: Record<BellTab, number>;
  /** Position of the newest item there is: what `Mark all as read` is bounded by (U8). */
  position: string | null;
  /** Whether the tab's icon may show a red dot (R9); only with the bell itself. */
  redDot?: boolean;
  /** What holds back all outside the bell now; only with the bell itself. */
  hold?: ScheduleView["hold"];
}

export const BELL_TABS = ["all", "downloads", "apps"] as const;
export type BellTab = (typeof BELL_TABS)[number];

/** Whether position `a` comes after `b`. A longer one is newer, so decimal counters and UUIDv7 both sort. */
export function isNewer(a: string, b: string): boolean {
  return a.length === b.length ? a > b : a.length > b.length;
}
