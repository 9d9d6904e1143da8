import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { appParts } from "@/components/apps/app-parts";
import { DefaultNotice } from "@/components/defaults/default-notice";
import { Preferences } from "@/components/preferences/preferences";
import { PushDevices } from "@/components/push/push-devices";
import { EmailTiming } from "@/components/schedule/email-timing";
import { currentSession, requireUser } from "@/lib/auth/context";
import { TAB_OF } from "@/lib/core/preferences-address";
import { perform } from "@/lib/http/perform";
import { listDefaultNotices } from "@/lib/usecases/defaults/list-default-notices";
import { readMyPreferences } from "@/lib/usecases/preferences/read-my-preferences";
import { readMySchedule } from "@/lib/usecases/schedule/read-my-schedule";
import { changeSchedule } from "../../../schedule-actions";
import { changePreferences, clearPreferences, dismissNotice, readPreferences, resetPreferences } from "../actions";
import { appProps } from "../app-props";
import { pushProps } from "../push-props";

export const metadata: Metadata = { title: "Notification preferences" };

/** What reaches me, one tab a medium (R46). `?topic=` and `?channel=` lead to exactly that control (R12). */
export default async function PreferencesPage({ params }: PageProps<"/settings/notifications/[tab]">) {
  const { tab } = await params;
  if (!Object.values(TAB_OF).includes(tab)) notFound();
  const ctx = await requireUser();
  const [notice, schedule] = await Promise.all([
    perform(listDefaultNotices, ctx, {}),
    perform(readMySchedule, ctx, {}),
  ]);
  const email = (await currentSession())?.user.email ?? "";
  return (
    <>
      {notice ? <DefaultNotice notice={notice} zone={ctx.actor.timeZone} onDismiss={dismissNotice} /> : null}
      <Preferences
        initial={await perform(readMyPreferences, ctx, {})}
        address={email}
        own={{
          ...appParts(await appProps(ctx, email)),
          email: <EmailTiming schedule={schedule} now={ctx.now.toISOString()} change={changeSchedule} />,
          push: <PushDevices {...(await pushProps(ctx))} />,
        }}
        actions={{
          read: readPreferences,
          change: changePreferences,
          clear: clearPreferences,
          reset: resetPreferences,
        }}
      />
    </>
  );
}
