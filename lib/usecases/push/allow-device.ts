import type { Tx } from "@/db/database";
import { deleteConnection, insertConnection, listConnections, updateConnection } from "@/db/queries/connections";
import { findDevicesAt } from "@/db/queries/push-devices";
import { lockUser } from "@/db/queries/users";
import { AppError } from "@/lib/app-error";
import { MOST_DEVICES, type PushDevice } from "@/lib/core/push-device";
import { PushSubscription } from "@/lib/core/push-subscription";
import { needUser, type UserContext } from "../context";
import { found, userVerb } from "../use-case";
import { DeviceName } from "./device-name";
import { refuseUnknown } from "./refuse-unknown";

/** Allows pushes on the device that asks (R31), also once more. Nobody else is reached there any more. */
export const allowDevice = userVerb({
  input: PushSubscription.extend({ name: DeviceName }),
  may: needUser,
  async run(ctx, { name, ...subscription }): Promise<{ id: string }> {
    refuseUnknown(ctx, subscription);
    const { db, workspaceId, actor, now } = ctx;
    const config = { ...subscription, session: actor.sessionId, seen_at: now.toISOString() };
    return db.transact(async (tx) => {
      found(await lockUser(tx, workspaceId, actor.id), "user");
      const there = await findDevicesAt(tx, workspaceId, [config.endpoint]);
      const mine = there.find(({ userId }) => userId === actor.id);
      for (const { id } of there) if (id !== mine?.id) await deleteConnection(tx, id);
      if (!mine) return add(tx, ctx, config, name);
      await updateConnection(tx, mine.id, { config, disabledAt: null, disabledReason: null });
      return { id: mine.id };
    });
  },
});

async function add(tx: Tx, ctx: UserContext, config: PushDevice, label: string): Promise<{ id: string }> {
  const { workspaceId, actor, now } = ctx;
  const all = await listConnections(tx, workspaceId, actor.id, ["push"]);
  if (all.length >= MOST_DEVICES)
    throw new AppError("conflict", "Remove a device first: you have as many as there can be.");
  const id = ctx.newId("con");
  await insertConnection(tx, { id, workspaceId, userId: actor.id, channel: "push", label, config, createdAt: now });
  return { id };
}
