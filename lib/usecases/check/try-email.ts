import { z } from "zod";
import { findUser } from "@/db/queries/users";
import { findWorkspaces } from "@/db/queries/workspaces";
import { AppError } from "@/lib/app-error";
import { laneOf } from "@/lib/core/lane";
import type { Tried } from "@/lib/core/push-device";
import { tryContent } from "@/lib/core/try-content";
import { outsideChannel, PATIENCE } from "../connections/outside-channel";
import { paceTest } from "../connections/pace-test";
import { needUser } from "../context";
import { suppressedAmong } from "../mail/hidden-address";
import { triedAs } from "../push/tried-as";
import { found, userVerb } from "../use-case";

const SUPPRESSED = "Your address refused earlier mail, so none is sent to it. Ask an admin to give you another.";

/** The least time between two tests to one's own address; milliseconds. */
const PACE = 30_000;

/** Sends a test to my own address, now and once, and says what the mail provider said. */
export const tryEmail = userVerb({
  input: z.strictObject({}),
  may: needUser,
  async run(ctx): Promise<Tried> {
    const { db, workspaceId, actor, now } = ctx;
    const channel = outsideChannel(ctx, "email");
    const me = found(await findUser(db.read, workspaceId, actor.id), "user");
    if ((await suppressedAmong(db.read, ctx, [me.email])).size > 0) throw new AppError("unprocessable", SUPPRESSED);
    // Not the lane of all email: one person's test must not hold up what others wait for.
    await paceTest(ctx, laneOf("email", `test ${workspaceId} ${actor.id}`), PACE);
    const workspaces = await findWorkspaces(db.read, [workspaceId]);
    const recipient = { id: actor.id, name: actor.name, timeZone: actor.timeZone };
    const content = tryContent(workspaces.get(workspaceId)?.name ?? "Belfry", recipient, now);
    const key = ctx.newId("dlv");
    const messages = [{ workspaceId, key, destination: me.email, config: null, content }];
    const [result] = await channel.send({ messages, key, signal: AbortSignal.timeout(PATIENCE) });
    return triedAs(result, false);
  },
});
