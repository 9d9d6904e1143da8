import type { Metadata } from "next";
import { QuietHoursPage } from "@/components/schedule/quiet-hours-page";
import { requireUser } from "@/lib/auth/context";
import { perform } from "@/lib/http/perform";
import { readMySchedule } from "@/lib/usecases/schedule/read-my-schedule";
import { changeSchedule } from "../../../schedule-actions";

export const metadata: Metadata = { title: "Quiet hours" };

/** When nothing pops up and nothing sounds: a pause, and the quiet hours of each weekday (U16). */
export default async function MyQuietHoursPage() {
  const ctx = await requireUser();
  const schedule = await perform(readMySchedule, ctx, {});
  return <QuietHoursPage schedule={schedule} now={ctx.now.toISOString()} change={changeSchedule} />;
}
