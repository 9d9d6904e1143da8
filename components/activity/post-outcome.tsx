import Link from "next/link";
import { Recipient } from "@/components/activity/recipient";
import type { Refusal } from "@/components/ui/answer";
import type { EventPreview } from "@/lib/core/activity-view";

export type Fault = Omit<Refusal, "ok">;

/** What came of an event written by hand; null: nothing was asked yet. */
export type Shown = { preview: EventPreview } | { posted: string } | { fault: Fault } | null;

/** What an event would do, that it was posted, or what is wrong with it. */
export function PostOutcome({ shown, zone }: { shown: Shown; zone: string }) {
  if (!shown)
    return <p className="text-muted-foreground">A dry run says whom it would reach, and why. It writes nothing.</p>;
  if ("fault" in shown)
    return (
      <div id="event-fault" role="alert" className="space-y-1 text-destructive">
        <p className="font-medium">{shown.fault.errors?.length ? "Mend this first:" : shown.fault.detail}</p>
        <ul>
          {shown.fault.errors?.map(({ pointer, detail }) => (
            <li key={pointer + detail} className="wrap-anywhere">
              {pointer ? <code>{pointer}</code> : null} {detail}
            </li>
          ))}
        </ul>
      </div>
    );
  if ("posted" in shown)
    return (
      <p>
        Posted.{" "}
        <Link
          href={`/admin/activity/${shown.posted}`}
          className="font-medium text-primary underline-offset-4 hover:underline"
        >
          See what became of it
        </Link>
      </p>
    );
  const { decided, more, scheduled, recipientsShown } = shown.preview;
  return (
    <div className="space-y-2">
      <p className="font-medium">
        It would be decided for {more ? "more than " : ""}
        {decided.toLocaleString("en")} {decided === 1 ? "recipient" : "recipients"}
        {scheduled ? ", later" : ""}.{decided > recipientsShown.length ? " The first:" : ""}
      </p>
      <div className="overflow-hidden rounded-xl border bg-card empty:hidden">
        {recipientsShown.map((one) => (
          <Recipient key={one.user} recipient={one} zone={zone} open={recipientsShown.length === 1} />
        ))}
      </div>
    </div>
  );
}
