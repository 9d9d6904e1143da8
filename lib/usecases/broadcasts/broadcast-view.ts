import type { BroadcastRow } from "@/db/queries/broadcasts";
import { broadcastProgress, broadcastStatus } from "@/lib/core/broadcast";
import type { BroadcastView } from "@/lib/core/broadcast-view";

/** A broadcast on the wire, but for what readers did (api.md, section 2). */
export function broadcastView(row: BroadcastRow, now: Date): BroadcastView {
  return {
    id: row.id,
    status: broadcastStatus(row, now),
    title: row.title,
    body: row.body,
    body_html: row.bodyHtml,
    url: row.url,
    groups: row.audience,
    sender: row.sender,
    email: row.email,
    urgency: row.urgency,
    require_acknowledgement: row.requireAcknowledgement,
    deliver_at: row.dueAt.toISOString(),
    expires_at: timeOf(row.expiresAt),
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
    started_at: timeOf(row.startedAt),
    finished_at: timeOf(row.endedAt),
    paused_at: timeOf(row.pausedAt),
    approval_wanted_at: timeOf(row.approvalWantedAt),
    approved_at: timeOf(row.approvedAt),
    recalled_at: timeOf(row.recalledAt),
    expired_at: timeOf(row.expiredAt),
    reminded_at: timeOf(row.chasedAt),
    audience: row.people,
    decided: row.decided,
    progress: broadcastProgress(row, row.endedAt !== null),
    notified: row.notified,
  };
}
function timeOf(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
