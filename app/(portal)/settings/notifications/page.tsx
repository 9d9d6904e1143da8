import { redirect } from "next/navigation";
import { preferencesAddress } from "@/lib/core/preferences-address";

/** Settings, Notifications (R45): the first tab. */
export default function NotificationsPage() {
  redirect(preferencesAddress({ medium: "email" }));
}
