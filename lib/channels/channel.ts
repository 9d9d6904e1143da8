import type { Channel } from "@/lib/core/channel";
import type { DeliveryContent } from "@/lib/core/delivery-state";
import type { SendResult } from "@/lib/core/send-result";
import type { Topic } from "@/lib/core/topic";
import type { WorkspaceId } from "@/lib/core/workspace";

/** What a channel is given to send. */
export interface Message {
  workspaceId: WorkspaceId;
  /** The same at each try, and for nothing else: what the provider, or the receiver, knows it again by. */
  key: string;
  /** An address, where the person's record names it; for a connection its label. */
  destination: string;
  /** The connection's, as the channel's own schema reads it; null where there is none. */
  config: Record<string, unknown> | null;
  content: DeliveryContent;
  /** How a push behaves: as its topic has it, and as the person wants their lock screen. Absent elsewhere. */
  manner?: { urgency: Topic["urgency"]; hidesText: boolean };
}

/** Messages that go out in one call. */
interface Sending {
  /** One for each message, in their order, and at least one. */
  messages: readonly Message[];
  /** Of the call: that of a single message, or its batch's own. */
  key: string;
  /** Ends the call when its time is over. */
  signal: AbortSignal;
}

/** What a person gives to be reached this way; where it needs no address of theirs, it is empty. */
interface Connecting {
  workspaceId: WorkspaceId;
  email: string;
  address: string;
  signal: AbortSignal;
}

/** A destination as it is kept. `secret` is for its owner to see, this once; `objection` is a sentence for them. */
export type Connected = { label: string; config: Record<string, unknown>; secret?: string } | { objection: string };

/** A way out of the building: one small file that renders and sends, and knows no topic and no sibling. */
export interface OutsideChannel {
  channel: Channel;
  /** Whether all its lanes end at one provider, which fails or recovers as a whole (F22). */
  oneProvider: boolean;
  /** The least time between two calls: of the whole channel, and to one destination; milliseconds, 0 for none (F21). */
  pace: { channel: number; lane: number };
  /** How many messages one call takes. */
  batch: number;
  /** How long the provider knows a key again; milliseconds. 0: it takes none, so that a try may have a second effect. */
  keyMemory: number;
  /** Why a destination cannot be as somebody configured it, as a sentence; null when it may be tried. */
  objection?(config: Record<string, unknown>): string | null;
  /** Makes a destination of what a person gives: the same looks at an address as at each send (S10). Never rejects. */
  connect?(connecting: Connecting): Promise<Connected>;
  /** Another secret for a destination that has one. */
  newSecret?(): string;
  /** Whether messages of this workspace can go out at all, where somebody must set that up first. */
  ready?(workspaceId: WorkspaceId): Promise<boolean>;
  /** Makes the whole workspace's, of a token that an admin gives. Never rejects. */
  connectAll?(given: { token: string; signal: AbortSignal }): Promise<Connected>;
  /** One result a message, in their order. Whatever it throws counts as a try of which nobody knows the end. */
  send(sending: Sending): Promise<SendResult[]>;
}
