import type { BroadcastAudience, BroadcastStatus } from "./broadcast";
import type { Topic } from "./topic";

/** A broadcast on the wire, but for what readers did (api.md, section 2). Times are RFC 3339. */
export interface BroadcastView {
  id: string;
  status: BroadcastStatus;
  title: string;
  body: string;
  body_html: string;
  url: string | null;
  groups: BroadcastAudience;
  sender: string;
  email: boolean;
  urgency: Topic["urgency"];
  require_acknowledgement: boolean;
  deliver_at: string;
  expires_at: string | null;
  created_at: string;
  updated_at: string;
  started_at: string | null;
  finished_at: string | null;
  paused_at: string | null;
  /** Since when it waits for a second person's yes, and when that came (S32). */
  approval_wanted_at: string | null;
  approved_at: string | null;
  recalled_at: string | null;
  expired_at: string | null;
  reminded_at: string | null;
  /** How many it is for; how many are decided on; 0 to 1; how many were notified. */
  audience: number;
  decided: number;
  progress: number;
  notified: number;
}

/** With how many read it and took note, and how many messages about it were given up. */
export type BroadcastDetail = BroadcastView & { read: number; acknowledged: number; failed: number };
