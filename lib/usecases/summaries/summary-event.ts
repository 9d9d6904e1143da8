import { type EventRow, UNTOUCHED } from "@/db/queries/events";
import { RANKS } from "@/lib/core/rank";
import type { DueSummary } from "@/lib/core/summary";
import type { Topic } from "@/lib/core/topic";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { newId as makeId } from "@/lib/ids";

interface SummaryOf {
  workspaceId: WorkspaceId;
  user: string;
  topic: Topic;
  due: DueSummary;
  /** Of the notifications that the person got meanwhile. */
  counts: readonly { topic: string; count: number }[];
  ofSection: readonly Topic[];
  now: Date;
  newId: typeof makeId;
}

/**
 * The event that sums up one person's week in a section. None where nothing happened, nor where an app posted the summary
 * itself, with figures that only it knows.
 */
export function summaryEvent(given: SummaryOf): { user: string; row: EventRow } | null {
  const { workspaceId, user, topic, due, counts, ofSection, now, newId } = given;
  if (counts.length === 0 || counts.some((one) => one.topic === topic.key)) return null;
  const topics = ofSection.flatMap(({ key, name }) => {
    const found = counts.find((one) => one.topic === key);
    return found ? [{ name, count: found.count }] : [];
  });
  const data = { topics, from: due.from.toISOString(), to: due.to.toISOString() };
  const recipient = { user, ...(topic.audience[0] !== undefined && { as: topic.audience[0] }) };
  const row: EventRow = {
    id: newId("evt"),
    workspaceId,
    appId: null,
    topic: topic.key,
    payload: { topic: topic.key, recipients: [recipient], data, origin: "automation", url: "/inbox" },
    status: "accepted",
    rank: RANKS.usual,
    dueAt: now,
    createdAt: now,
    ...UNTOUCHED,
  };
  return { user, row };
}
