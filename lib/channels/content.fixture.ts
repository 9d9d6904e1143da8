import type { DeliveryContent } from "@/lib/core/delivery-state";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Message, OutsideChannel } from "./channel";

/** A notification as channels are given it. */
export function exampleContent(more: Partial<DeliveryContent> = {}): DeliveryContent {
  return {
    workspace: "Fjord",
    notificationId: "ntf_1",
    title: "Grace assigned you ACME renewal",
    body: "Deal · €1,200",
    url: "https://crm.example/deals/42",
    topic: { key: "deals.assigned", name: "Assigned" },
    unsubscribe: null,
    actor: "Grace",
    record: "ACME renewal",
    origin: "Deals",
    at: "2026-11-21T12:00:00.000Z",
    recipient: { id: "ada", name: "Ada", timeZone: "UTC" },
    ...more,
  };
}

/** A message that nobody was ever sent. */
export function exampleMessage(config: Message["config"], more: Partial<DeliveryContent> = {}): Message {
  return {
    workspaceId: "wsp_1" as WorkspaceId,
    key: "dlv_1",
    destination: "Ada",
    config,
    content: exampleContent(more),
  };
}

/**
 * A channel of a test's own making, which needs no network: email without a pace, one message a call, keyed for a day. What
 * becomes of messages, `send` says.
 */
export function exampleChannel(send: OutsideChannel["send"], more: Partial<OutsideChannel> = {}): OutsideChannel {
  return {
    channel: "email",
    oneProvider: true,
    pace: { channel: 0, lane: 0 },
    batch: 1,
    keyMemory: 86_400_000,
    send,
    ...more,
  };
}
