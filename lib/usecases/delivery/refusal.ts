import type { DeliveryRow } from "@/db/queries/deliveries";
import type { NotificationRow } from "@/db/queries/notifications";
import { MEDIUM_OF } from "@/lib/core/channel";
import { decideChannel } from "@/lib/core/decide-channel";
import type { ChannelDecision } from "@/lib/core/decision";
import { passesSwitch, resolveChannel, resolveTopic, type Setting } from "@/lib/core/preference";
import { RESENT } from "@/lib/core/resent";
import type { Topic } from "@/lib/core/topic";
import { mayHave } from "@/lib/core/topic-gate";
import type { Person } from "../events/load-people";

/** Why a delivery does not leave after all. */
export interface Refusal {
  state: "cancelled" | "suppressed" | "failed";
  reason: ChannelDecision["reason"];
  detail?: string;
}

/** What a delivery depends on, as far as it is still there. */
export interface Found {
  row: DeliveryRow;
  notification: NotificationRow | undefined;
  person: Person | undefined;
  topic: Topic | undefined;
  /** `gone` where it was taken away since; null where the channel needs none. */
  connection: { disabledAt: Date | null } | "gone" | null;
  suppressed: ReadonlySet<string>;
}

/** Why a delivery should not leave any more: read meanwhile, switched off, not theirs to know, nobody there; null when it may. */
export function refusal({ row, notification, person, topic, connection, suppressed }: Found): Refusal | null {
  if (!notification || !person || !topic) return WITHDRAWN;
  // A digest that was tried goes as it was, whatever became of the one that leads it.
  const isDigest = row.content?.digest !== undefined;
  const isDone = notification.readAt !== null || notification.archivedAt !== null;
  if (isDone && !isDigest && row.detail !== RESENT) return { state: "cancelled", reason: "already_read" };
  if (!person.active) return { state: "suppressed", reason: "inactive_user" };
  if (!isDigest && !mayHave(topic, person)) return { state: "suppressed", reason: "missing_permission" };
  const { channel } = row;
  const decided = decideChannel({
    channel,
    topic: isDigest ? WANTED : resolveTopic(topic, MEDIUM_OF[channel], person.layers),
    channelSwitch: { ...resolveChannel(channel, person.layers), passes: passesSwitch(topic, channel) },
    connected: connection === null || (connection !== "gone" && connection.disabledAt === null),
    activeInApp: false,
  });
  if (decided.outcome === "suppressed") return { state: "suppressed", reason: decided.reason };
  const address = row.destination ?? person.email;
  if (channel === "email" && suppressed.has(address)) return { state: "suppressed", reason: "address_suppressed" };
  return null;
}

export const WITHDRAWN: Refusal = { state: "cancelled", reason: "withdrawn" };
const WANTED: Setting = { enabled: true, source: "user" };
