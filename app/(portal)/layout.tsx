import type { ReactNode } from "react";
import { PortalBell } from "@/components/bell/portal-bell";
import { OfflineKeeper } from "@/components/offline/offline-keeper";
import { ActivityReporter } from "@/components/shell/activity-reporter";
import { Header } from "@/components/shell/header";
import { KeepFocus } from "@/components/shell/keep-focus";
import { RenderedAt } from "@/components/ui/rendered-at";
import { currentSession, requireUser } from "@/lib/auth/context";
import { channelOf } from "@/lib/realtime/signal";
import { runtime } from "@/lib/runtime";
import { getBell } from "@/lib/usecases/inbox/get-bell";
import { readMySchedule } from "@/lib/usecases/schedule/read-my-schedule";
import { signOut } from "../(auth)/actions";
import { bellActions } from "./bell-actions";
import { changeSchedule } from "./schedule-actions";

/** Everything behind a sign-in: the header with the bell, the pop-ups, and the reporting of activity. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const ctx = await requireUser();
  const live = await currentSession();
  const { id, name, role, timeZone } = ctx.actor;
  const { env, realtime } = runtime();
  const [feed, schedule] = await Promise.all([getBell.run(ctx, { tab: "all" }), readMySchedule.run(ctx, {})]);
  const bell = (
    <PortalBell
      initial={feed}
      zone={timeZone}
      actions={bellActions}
      channel={channelOf(ctx.workspaceId, id)}
      settings={realtime.clientSettings()}
    />
  );
  return (
    <RenderedAt at={ctx.now.getTime()}>
      <OfflineKeeper />
      <Header
        workspace={live?.workspace.name ?? "Belfry"}
        bell={bell}
        user={{ id, name, role, email: live?.user.email ?? "" }}
        pause={{ schedule, now: ctx.now.toISOString(), change: changeSchedule }}
        signOut={signOut}
      />
      <main id="content" tabIndex={-1} className="outline-none">
        {children}
      </main>
      <KeepFocus />
      <ActivityReporter windowSeconds={env.ACTIVE_WINDOW_SECONDS} />
    </RenderedAt>
  );
}
