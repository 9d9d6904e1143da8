import type { Metadata } from "next";
import { Compose } from "@/components/broadcasts/compose";
import { BackLink } from "@/components/ui/back-link";
import { requireUser } from "@/lib/auth/context";
import { hasRole } from "@/lib/core/role";
import { orNotFound } from "@/lib/http/or-not-found";
import { perform } from "@/lib/http/perform";
import { listWritableGroups } from "@/lib/usecases/broadcasts/list-writable-groups";
import { preview, send, test } from "../actions";

export const metadata: Metadata = { title: "Create notification" };

/** Writes to everyone or to groups; an admin to those that they manage (R88, R89). */
export default async function NewBroadcastPage() {
  const ctx = await requireUser();
  const { role, name, timeZone } = ctx.actor;
  const groups = await orNotFound(perform(listWritableGroups, ctx, {}));
  return (
    <>
      <BackLink href="/admin/broadcasts">Broadcasts</BackLink>
      <h1 className="mb-5 font-semibold text-xl">Create notification</h1>
      <Compose
        groups={groups}
        mayEveryone={hasRole(role, "super_admin")}
        sender={name}
        zone={timeZone}
        actions={{ preview, send, test }}
      />
    </>
  );
}
