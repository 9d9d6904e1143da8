import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { AdminList } from "@/components/shell/admin-list";
import { requireUser } from "@/lib/auth/context";
import { hasRole } from "@/lib/core/role";

/** The administration: to whom it is closed it does not exist (api.md, section 3). Each page asks again for its own role. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const { role } = (await requireUser()).actor;
  if (!hasRole(role, "admin")) notFound();
  return (
    <div className="mx-auto flex max-w-330 gap-x-8 gap-y-5 px-4 py-6 max-md:flex-col lg:px-8">
      <AdminList role={role} />
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}
