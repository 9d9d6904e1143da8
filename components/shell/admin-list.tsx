"use client";

import {
  Activity,
  ArrowDownUp,
  Blocks,
  HeartPulse,
  Inbox,
  Megaphone,
  ScrollText,
  SlidersHorizontal,
  Tags,
  TextQuote,
  Users,
  UsersRound,
  Zap,
} from "lucide-react";
import { SideList, type SideListItem } from "@/components/shell/side-list";
import { hasRole, type Role } from "@/lib/core/role";

/** What is built, and who sees it (api.md, section 3). */
const PAGES: readonly (SideListItem & { role: Role })[] = [
  { href: "/admin/people", name: "People", Icon: Users, role: "admin" },
  { href: "/admin/groups", name: "Groups", Icon: UsersRound, role: "super_admin" },
  { href: "/admin/import-export", name: "Import and export", Icon: ArrowDownUp, role: "super_admin" },
  { href: "/admin/broadcasts", name: "Broadcasts", Icon: Megaphone, role: "admin" },
  { href: "/admin/defaults", name: "Defaults", Icon: SlidersHorizontal, role: "super_admin" },
  { href: "/admin/topics", name: "Topics", Icon: Tags, role: "super_admin" },
  { href: "/admin/templates", name: "Templates", Icon: TextQuote, role: "super_admin" },
  { href: "/admin/triggers", name: "Triggers", Icon: Zap, role: "super_admin" },
  { href: "/admin/apps", name: "Apps", Icon: Blocks, role: "super_admin" },
  { href: "/admin/activity", name: "Activity", Icon: Activity, role: "admin" },
  { href: "/admin/audit", name: "Audit", Icon: ScrollText, role: "super_admin" },
  { href: "/admin/outbox", name: "Outbox", Icon: Inbox, role: "super_admin" },
  { href: "/admin/health", name: "Health", Icon: HeartPulse, role: "super_admin" },
];

/** The left list of the administration: what this role may reach. */
export function AdminList({ role }: { role: Role }) {
  return <SideList label="Admin" items={PAGES.filter((page) => hasRole(role, page.role))} />;
}
