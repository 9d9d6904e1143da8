import { ScrollText } from "lucide-react";
import { NothingHere, Way } from "@/components/ui/nothing-here";
import type { AuditView } from "@/lib/core/audit-view";

/** Acts, a line each; unfolded, what was before and after. */
export function AuditList({ rows, zone, hasMore }: { rows: readonly AuditView[]; zone: string; hasMore: boolean }) {
  if (rows.length === 0)
    return (
      <NothingHere
        Icon={ScrollText}
        title={hasMore ? "None among the latest" : "Nothing found"}
        action={<Way href="/admin/audit">Show all acts</Way>}
      >
        {hasMore
          ? "The next page looks further back."
          : "Each act of an admin, an app or the command line is listed here."}
      </NothingHere>
    );
  return (
    <div className="overflow-hidden rounded-xl border bg-card">
      {rows.map((row) => (
        <Act key={row.number} row={row} zone={zone} />
      ))}
    </div>
  );
}

function Act({ row, zone }: { row: AuditView; zone: string }) {
  return (
    <details className="border-b last:border-b-0">
      <summary className="cursor-pointer list-none px-4 py-2.5 hover:bg-accent/50 [&::-webkit-details-marker]:hidden">
        <span className="grid gap-x-4 gap-y-0.5 lg:grid-cols-[3rem_minmax(0,1fr)_minmax(0,1fr)_11rem] lg:items-baseline">
          <span className="figures text-muted-foreground text-xs">{row.number}</span>
          <span className="wrap-anywhere min-w-0">
            <span className="font-medium">{words(row.action)}</span> <bdi>{row.target}</bdi>
          </span>
          <span className="wrap-anywhere min-w-0 text-muted-foreground">
            by <bdi>{row.actor}</bdi>
          </span>
          <time dateTime={row.at} className="figures text-muted-foreground text-xs lg:text-right">
            {new Date(row.at).toLocaleString("en-GB", { timeZone: zone })}
          </time>
        </span>
      </summary>
      <div className="space-y-2 px-4 pb-4">
        <p className="wrap-anywhere text-muted-foreground text-xs">
          <code>{row.action}</code> by <code>{row.actorId}</code> from {row.address || "an unknown address"}
        </p>
        <div className="grid gap-3 md:grid-cols-2">
          <Value name="Before" value={row.before} />
          <Value name="After" value={row.after} />
        </div>
      </div>
    </details>
  );
}

function Value({ name, value }: { name: string; value: unknown }) {
  return (
    <section aria-label={name} className="min-w-0">
      <h3 className="mb-1 text-muted-foreground text-xs">{name}</h3>
      <pre className="wrap-anywhere whitespace-pre-wrap rounded-md bg-muted px-3 py-2 font-mono text-xs">
        {value === null || value === undefined ? "Nothing" : JSON.stringify(value, null, 2)}
      </pre>
    </section>
  );
}

/** Where the second word of an act is no verb. */
const WORDS: Readonly<Record<string, string>> = {
  "group.member": "Change a member of group",
  "group.members": "Replace the members of group",
  "profile.groups": "Choose the groups of profile",
  "profile.order": "Order the",
  "settings.broadcasts": "Change the settings of",
  "settings.exports": "Change the settings of",
  "slack.set_up": "Set up",
  "user.groups": "Choose the groups of user",
  "user.password": "Set the password of user",
};

/** `api_key.revoke` as `Revoke api key`. */
function words(action: string): string {
  const known = WORDS[action];
  if (known) return known;
  const [noun = "", verb = ""] = action.split(".");
  const text = `${verb} ${noun}`.replaceAll("_", " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
