import { CircleAlert, CircleCheck, Clock } from "lucide-react";
import type { ReactNode } from "react";
import { agoWords, bytesWords, worryOf } from "@/components/health/health-words";
import { HoursChart } from "@/components/health/hours-chart";
import { Part } from "@/components/ui/part";
import { CHANNEL_NAMES } from "@/lib/core/channel-names";
import type { HealthView, ProcessView, ProviderView, QueueView } from "@/lib/core/health-view";

/** How the installation does: what waits, who fails, what the process knows of itself. */
export function Health({ view, process, zone }: { view: HealthView; process: ProcessView; zone: string }) {
  const worry = worryOf(view, process);
  const now = new Date(view.now);
  return (
    <div className="max-w-4xl space-y-6">
      <div>
        <h1 className="font-semibold text-xl">Health</h1>
        <p className="mt-1 flex items-start gap-1.5">
          {worry ? (
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-destructive" />
          ) : (
            <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-delivered" />
          )}
          {worry ?? "All is well: nothing waits longer than it should, and no provider fails."}
        </p>
      </div>
      <Part title="The last 24 hours">
        <HoursChart hours={view.hours} zone={zone} />
      </Part>
      <Part title="What waits">
        <Rows>
          <Queue name="Events to decide" queue={view.events} now={now} />
          {view.deliveries.map((queue) => (
            <Queue key={queue.channel} name={`${CHANNEL_NAMES[queue.channel]} to send`} queue={queue} now={now} />
          ))}
          <Row name="Dead letters">{view.deadLetters === 0 ? "None" : view.deadLetters.toLocaleString("en")}</Row>
        </Rows>
      </Part>
      <Part title="Providers">
        {view.providers.length === 0 ? (
          <p className="text-muted-foreground">Nobody failed lately, and nobody asked for a pause.</p>
        ) : (
          <Rows>
            {view.providers.map((one, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: destinations of a channel have no name to show.
              <Provider key={`${one.channel} ${index}`} provider={one} now={now} />
            ))}
          </Rows>
        )}
      </Part>
      <Part title="This process">
        <Rows>
          <Row name="Version">{process.version}</Row>
          <Row name="Running for">{agoWords(new Date(process.startedAt), now)}</Row>
          <Row name="Worker">{process.workerSilent < 15_000 ? "Comes round" : "Has stopped"}</Row>
          <Row name="Memory">{bytesWords(process.memory)}</Row>
          <Row name="A write takes">{process.write === null ? "It failed" : `${process.write} ms`}</Row>
          {process.disk ? (
            <>
              <Row name="Disk free">
                {bytesWords(process.disk.free)} of {bytesWords(process.disk.total)}
              </Row>
              <Row name="Database">
                {bytesWords(process.disk.database)}, and {bytesWords(process.disk.log)} of log
              </Row>
            </>
          ) : null}
          <Row name="Email">{EMAIL[process.email]}</Row>
          <Row name="Realtime">{process.realtime === "inside" ? "Runs inside" : "A Pusher server"}</Row>
        </Rows>
      </Part>
    </div>
  );
}

const EMAIL = { resend: "Leaves by Resend", smtp: "Leaves by SMTP", outbox: "Stays in the outbox" };

function Rows({ children }: { children: ReactNode }) {
  return <dl className="divide-y overflow-hidden rounded-xl border bg-card">{children}</dl>;
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 px-4 py-2">
      <dt className="text-muted-foreground">{name}</dt>
      <dd className="figures wrap-anywhere">{children}</dd>
    </div>
  );
}

function Queue({ name, queue, now }: { name: string; queue: QueueView; now: Date }) {
  const { waiting, oldestDueAt } = queue;
  if (waiting === 0 || !oldestDueAt) return <Row name={name}>None</Row>;
  return (
    <Row name={name}>
      {waiting.toLocaleString("en")}, the oldest due for {agoWords(new Date(oldestDueAt), now)}
    </Row>
  );
}

function Provider({ provider, now }: { provider: ProviderView; now: Date }) {
  const { channel, isOne, failures, isBroken, readyAt } = provider;
  const wait = new Date(readyAt).getTime() - now.getTime();
  const Icon = isBroken ? CircleAlert : Clock;
  return (
    <Row name={isOne ? `${CHANNEL_NAMES[channel]}, one destination` : CHANNEL_NAMES[channel]}>
      <span className="flex items-center gap-1.5">
        <Icon aria-hidden className={`size-4 shrink-0 ${isBroken ? "text-destructive" : "text-held"}`} />
        {failures === 0 ? "Paused" : `Failed ${failures} ${failures === 1 ? "time" : "times"} in a row`}
        {wait > 0 ? `, next try in ${agoWords(now, new Date(readyAt))}` : ""}
      </span>
    </Row>
  );
}
