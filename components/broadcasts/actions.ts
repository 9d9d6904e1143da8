import type { Answer } from "@/components/ui/answer";
import type { BroadcastEdit, BroadcastRequest, ReachRequest } from "@/lib/core/broadcast-input";
import type { BroadcastPreview } from "@/lib/core/broadcast-preview";
import type { BroadcastDetail } from "@/lib/core/broadcast-view";

/** A group that the writer may choose. */
export interface GroupChoice {
  id: string;
  name: string;
  people: number;
}

/** What the form can ask for. */
export interface ComposeActions {
  preview(reach: ReachRequest): Promise<Answer<BroadcastPreview>>;
  test(broadcast: BroadcastRequest): Promise<Answer>;
  /** On the sender's password (S32). `draft`: its id. */
  send(broadcast: BroadcastRequest & { draft: string; password: string }): Promise<Answer<{ id: string }>>;
}

/** What can be done with one that was sent. */
export interface BroadcastActions {
  read(id: string): Promise<Answer<BroadcastDetail>>;
  change(id: string, change: BroadcastEdit): Promise<Answer<BroadcastDetail>>;
  recall(id: string): Promise<Answer<BroadcastDetail>>;
  pause(id: string, paused: boolean): Promise<Answer<BroadcastDetail>>;
  /** Those who did not read or acknowledge it yet are told once more. */
  remind(id: string): Promise<Answer<BroadcastDetail>>;
  /** What could not be delivered goes out again. */
  retry(id: string): Promise<Answer<BroadcastDetail>>;
  /** A second person's yes to what they read; `seen` is its `updated_at`. */
  approve(id: string, seen: string): Promise<Answer<BroadcastDetail>>;
}
