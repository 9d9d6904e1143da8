import type { ReactNode } from "react";
import { PortalBell } from "@/components/bell/portal-bell";
import { ActivityReporter } from "@/components/shell/activity-reporter";
import { Header } from "@/components/shell/header";
import { currentSession, requireUser } from "@/lib/auth/context";
import { channelOf } from "@/lib/realtime/signal";
import { runtime } from "@/lib/runtime";
import { getBell } from "@/lib/usecases/inbox/get-bell";
import { signOut } from "../(auth)/actions";
import { bellActions } from "./bell-actions";

/** Everything behind a sign-in: the header with the bell, the pop-ups, and the reporting of activity. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const ctx = await requireUser();
  const live = await currentSession();
  const { id, name, role, timeZone } = ctx.actor;
  const { env, realtime } = runtime();
  const bell = (
    <PortalBell
      initial={await getBell.run(ctx, { tab: "all" })}
      zone={timeZone}
      actions={bellActions}
      channel={channelOf(ctx.workspaceId, id)}
      settings={realtime.clientSettings()}
    />
  );
  return (
    <>
      <Header
        workspace={live?.workspace.name ?? "Belfry"}
        bell={bell}
        user={{ id, name, role, email: live?.user.email ?? "" }}
        signOut={signOut}
      />
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <ActivityReporter windowSeconds={env.ACTIVE_WINDOW_SECONDS} />
    </>
  );
}
