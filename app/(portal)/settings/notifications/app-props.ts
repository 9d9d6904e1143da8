import type { appParts } from "@/components/apps/app-parts";
import { perform } from "@/lib/http/perform";
import { readMyApps } from "@/lib/usecases/connections/read-my-apps";
import type { UserContext } from "@/lib/usecases/context";
import { connectApp, disconnectApp, removeSlack, rotateSecret, setUpSlack, testApp } from "./app-actions";

/** What the Other apps tab shows of this person's apps, and what can be done to them. */
export async function appProps(ctx: UserContext, email: string): Promise<Parameters<typeof appParts>[0]> {
  return {
    view: await perform(readMyApps, ctx, {}),
    email,
    zone: ctx.actor.timeZone,
    actions: {
      connect: connectApp,
      test: testApp,
      rotate: rotateSecret,
      disconnect: disconnectApp,
      setUpSlack,
      removeSlack,
    },
  };
}
