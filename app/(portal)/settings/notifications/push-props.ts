import type { PushProps } from "@/components/push/actions";
import { perform } from "@/lib/http/perform";
import { runtime } from "@/lib/runtime";
import type { UserContext } from "@/lib/usecases/context";
import { readMyPush } from "@/lib/usecases/push/read-my-push";
import { allow, hideText, remove, rename, test } from "./push-actions";

/** What the pages show of a person's devices, and what can be done there. */
export async function pushProps(ctx: UserContext): Promise<PushProps> {
  const { devices, hidesText } = await perform(readMyPush, ctx, {});
  const actions = { allow, rename, remove, test, hideText };
  return { devices, hidesText, pushKey: runtime().pushKey, zone: ctx.actor.timeZone, actions };
}
