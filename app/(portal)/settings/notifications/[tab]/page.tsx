import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Preferences } from "@/components/preferences/preferences";
import { currentSession, requireUser } from "@/lib/auth/context";
import { TAB_OF } from "@/lib/core/preferences-address";
import { perform } from "@/lib/http/perform";
import { readMyPreferences } from "@/lib/usecases/preferences/read-my-preferences";
import { changePreferences, clearPreferences, readPreferences, resetPreferences } from "../actions";

export const metadata: Metadata = { title: "Notification preferences" };

/** What reaches me, one tab a medium (R46). `?topic=` and `?channel=` lead to exactly that control (R12). */
export default async function PreferencesPage({ params }: { params: Promise<{ tab: string }> }) {
  const { tab } = await params;
  if (!Object.values(TAB_OF).includes(tab)) notFound();
  const ctx = await requireUser();
  return (
    <Preferences
      initial={await perform(readMyPreferences, ctx, {})}
      address={(await currentSession())?.user.email ?? ""}
      actions={{
        read: readPreferences,
        change: changePreferences,
        clear: clearPreferences,
        reset: resetPreferences,
      }}
    />
  );
}
