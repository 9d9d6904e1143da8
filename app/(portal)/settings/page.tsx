import { redirect } from "next/navigation";

/** Leads to the first of the settings. */
export default function SettingsPage() {
  redirect("/settings/notifications");
}
