import type { Tx } from "@/db/database";
import { insertEvents, UNTOUCHED } from "@/db/queries/events";
import { listSignInPlaces } from "@/db/queries/sessions";
import { findTopic } from "@/db/queries/topics";
import type { UserRow } from "@/db/queries/users";
import { deviceWords } from "@/lib/core/device-words";
import { unfamiliar } from "@/lib/core/familiar";
import { RANKS } from "@/lib/core/rank";
import { newId } from "@/lib/ids";

const TOPIC = "logins.risky";

/**
 * Tells a person of a sign-in from a device or place that they never used: an event of Belfry's own, stored with the
 * session that it is about. Call it before that session is.
 */
export async function alertUnfamiliar(
  tx: Tx,
  { workspaceId, id }: Pick<UserRow, "workspaceId" | "id">,
  { userAgent, address }: { userAgent: string; address: string },
  now: Date,
): Promise<void> {
  const before = await listSignInPlaces(tx, workspaceId, id);
  const here = { device: deviceWords(userAgent), address };
  const places = before.map((one) => ({ device: deviceWords(one.userAgent), address: one.address }));
  if (!unfamiliar(here, places) || !(await findTopic(tx, workspaceId, TOPIC))) return;
  const data = { device: here.device, place: address || "an unknown address", at: now.toISOString() };
  const payload = { topic: TOPIC, recipients: [{ user: id, as: "self" }], data, origin: "ui" as const };
  const event = {
    id: newId("evt"),
    workspaceId,
    appId: null,
    topic: TOPIC,
    payload,
    status: "accepted" as const,
    rank: RANKS.urgent,
    dueAt: now,
    createdAt: now,
    ...UNTOUCHED,
  };
  await insertEvents(tx, [event]);
}
