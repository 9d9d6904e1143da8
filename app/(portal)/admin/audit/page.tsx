import type { Metadata } from "next";
import { timesOf } from "@/components/activity/activity-query";
import { AuditFilters } from "@/components/audit/audit-filters";
import { AuditList } from "@/components/audit/audit-list";
import { auditAddress, auditQuery } from "@/components/audit/audit-query";
import { ChainState } from "@/components/audit/chain-state";
import { cursorIn } from "@/components/ui/page-address";
import { PagesFoot } from "@/components/ui/pages-foot";
import { requireUser } from "@/lib/auth/context";
import { orNotFound } from "@/lib/http/or-not-found";
import { perform } from "@/lib/http/perform";
import { checkChain } from "@/lib/usecases/audit/check-chain";
import { listAudit } from "@/lib/usecases/audit/list-audit";
import { checkFrom } from "./actions";

export const metadata: Metadata = { title: "Audit" };

/** Who did what, before and after, when and from where; and whether all of it is as it was written (S27). */
export default async function AuditPage({ searchParams }: PageProps<"/admin/audit">) {
  const ctx = await requireUser();
  const params = await searchParams;
  const query = auditQuery(params);
  const cursor = cursorIn(params);
  const { actor, action, target } = query;
  const asked = { actor, action, target, ...timesOf(query, ctx.actor.timeZone), cursor };
  const [{ rows, nextCursor }, chain] = await orNotFound(
    Promise.all([perform(listAudit, ctx, asked), perform(checkChain, ctx, {})]),
  );
  return (
    <div className="space-y-4">
      <div>
        <h1 className="font-semibold text-xl">Audit</h1>
        <p className="text-muted-foreground">Who did what, when, and from where. Nobody can change it.</p>
      </div>
      <ChainState first={chain} check={checkFrom} />
      <AuditFilters query={query} />
      <AuditList rows={rows} zone={ctx.actor.timeZone} hasMore={nextCursor !== null} />
      <PagesFoot start={cursor ? auditAddress(query) : null} next={nextCursor && auditAddress(query, nextCursor)} />
    </div>
  );
}
