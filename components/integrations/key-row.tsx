import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import type { KeyView } from "@/lib/core/integration-view";

interface KeyRowProps {
  of: KeyView;
  zone: string;
  onRotate(): void;
  onRevoke(): void;
}

/** One key: what it may do, until when, and when it was last in use. */
export function KeyRow({ of: { name, scopes, state, expiresAt, lastUsedAt }, zone, onRotate, onRevoke }: KeyRowProps) {
  return (
    <li className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-2 py-2.5">
      <div className="min-w-0 flex-1 basis-60">
        <p className="wrap-anywhere font-medium">
          {name}
          {state === "in force" ? null : <span className="font-normal text-muted-foreground"> · {state}</span>}
        </p>
        <p className="wrap-anywhere text-muted-foreground text-sm">{scopes.join(", ")}</p>
        <p className="text-muted-foreground text-sm">
          {lastUsedAt ? (
            <>
              Last used <RelativeTime at={lastUsedAt} zone={zone} />
            </>
          ) : (
            "Never used"
          )}
          {state === "in force" && expiresAt ? ` · holds until ${momentOf(expiresAt, zone)}` : null}
        </p>
      </div>
      {state === "in force" ? (
        <div className="flex gap-1">
          <Button variant="ghost" size="sm" onClick={onRotate}>
            Rotate<span className="sr-only"> {name}</span>
          </Button>
          <Button variant="ghost" size="sm" onClick={onRevoke}>
            Revoke<span className="sr-only"> {name}</span>
          </Button>
        </div>
      ) : null}
    </li>
  );
}

function momentOf(at: string, zone: string): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: zone }).format(
    new Date(at),
  );
}
