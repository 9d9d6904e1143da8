import type { SendResult } from "@/lib/core/send-result";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { OutsideChannel } from "../channel";

/** A mail as every transport takes it: one recipient, both parts. */
export interface Mail {
  workspaceId: WorkspaceId;
  key: string;
  from: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
}

/** One way to hand over mail. What it promises of pace, batches and keys, the channel promises. */
export interface Transport extends Pick<OutsideChannel, "pace" | "batch" | "keyMemory"> {
  send(mails: readonly Mail[], call: { key: string; signal: AbortSignal }): Promise<SendResult[]>;
}
