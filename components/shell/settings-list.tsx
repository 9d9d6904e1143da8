"use client";

import { Bell, History, ListChecks, MonitorSmartphone, Moon } from "lucide-react";
import { SideList } from "@/components/shell/side-list";

const PAGES = [
  { href: "/settings/notifications", name: "Notifications", Icon: Bell },
  { href: "/settings/notifications/quiet-hours", name: "Quiet hours", Icon: Moon },
  { href: "/settings/notifications/history", name: "History", Icon: History },
  { href: "/settings/notifications/check", name: "Check", Icon: ListChecks },
  { href: "/settings/devices", name: "Devices", Icon: MonitorSmartphone },
];

/** The left list of a person's settings (R45). */
export function SettingsList() {
  return <SideList label="Settings" items={PAGES} />;
}
