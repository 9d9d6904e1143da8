import { CircleAlert, CircleCheck, CircleX } from "lucide-react";
import type { ReactNode } from "react";
import { RelativeTime } from "@/components/ui/relative-time";
import type { AppConnection } from "@/lib/core/app-view";
import type { Reason } from "@/lib/core/channel";

/** Where a connection leads, and whether what goes there arrives; in a sign and in words. */
export function AppState({ connection, zone }: { connection: AppConnection; zone: string }) {
  const { label, lastSentAt, failingSince, disabled, rotatingUntil } = connection;
  const time = (at: string) => <RelativeTime at={at} zone={zone} />;
  if (disabled) {
    return (
      <Line sign={<CircleX aria-hidden className="size-4 text-destructive" />}>
        <strong className="font-medium">Stopped</strong> {time(disabled.at)} · {label}.{" "}
        {STOPPED[disabled.reason] ?? STOPPED.endpoint_gone} A test that arrives starts it again.
      </Line>
    );
  }
  if (failingSince) {
    return (
      <Line sign={<CircleAlert aria-hidden className="size-4 text-held" />}>
        <strong className="font-medium">Not arriving</strong> at {label} since {time(failingSince)}. What is sent is
        tried again; after five days it stops.
      </Line>
    );
  }
  return (
    <Line sign={<CircleCheck aria-hidden className="size-4 text-delivered" />}>
      <strong className="font-medium">Connected</strong> · {label} ·{" "}
      {lastSentAt ? <>last message {time(lastSentAt)}</> : "nothing sent yet"}
      {rotatingUntil ? <> · the old secret still signs too, for a day</> : null}
    </Line>
  );
}

const STOPPED: Partial<Record<Reason, string>> = {
  endpoint_gone: "It says that it does not exist any more.",
  attempts_exhausted: "Nothing arrived for five days.",
  channel_not_connected: "Your company took its Slack away.",
};

function Line({ sign, children }: { sign: ReactNode; children: ReactNode }) {
  return (
    <div className="flex items-start gap-2 text-sm">
      <span className="mt-0.5 shrink-0">{sign}</span>
      <p className="wrap-anywhere min-w-0 text-muted-foreground [&_strong]:text-foreground">{children}</p>
    </div>
  );
}
