import { notFound, redirect } from "next/navigation";
import { requireUser } from "@/lib/auth/context";
import { hasRole } from "@/lib/core/role";

/** Leads to the first page of the administration. */
export default async function AdminPage() {
  const { role } = (await requireUser()).actor;
  if (!hasRole(role, "admin")) notFound();
  redirect(hasRole(role, "super_admin") ? "/admin/defaults" : "/admin/people");
}
