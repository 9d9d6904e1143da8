"use client";

import { Megaphone } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { SentTime } from "@/components/broadcasts/sent-time";
import { figure, people, stateWords } from "@/components/broadcasts/words";
import { NothingHere, Way } from "@/components/ui/nothing-here";
import { Progress } from "@/components/ui/progress";
import type { BroadcastView } from "@/lib/core/broadcast-view";

/** How often it is asked how far they are, while any is on its way; milliseconds. */
const LOOK = 2000;

/** What was written, newest first, with how far each is (U23). */
export function BroadcastList({ broadcasts, zone }: { broadcasts: readonly BroadcastView[]; zone: string }) {
  const router = useRouter();
  const isMoving = broadcasts.some(({ status, paused_at }) => status === "sending" && !paused_at);
  useEffect(() => {
    if (!isMoving) return;
    const timer = setInterval(() => router.refresh(), LOOK);
    return () => clearInterval(timer);
  }, [isMoving, router]);

  if (broadcasts.length === 0) {
    return (
      <NothingHere
        Icon={Megaphone}
        title="Nothing sent yet"
        action={<Way href="/admin/broadcasts/new">Write the first one</Way>}
      >
        What you write to everyone or to groups is listed here, with who read it.
      </NothingHere>
    );
  }
  return (
    <ul aria-label="Broadcasts" className="overflow-hidden rounded-xl border bg-card">
      {broadcasts.map((one) => (
        <Row key={one.id} broadcast={one} zone={zone} />
      ))}
    </ul>
  );
}

function Row({ broadcast, zone }: { broadcast: BroadcastView; zone: string }) {
  const { id, title, sender, status, started_at, notified, audience, progress } = broadcast;
  return (
    <li className="relative border-b px-4 py-2.5 last:border-b-0 hover:bg-accent/50">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
        <h2 className="wrap-anywhere min-w-0 flex-1 basis-60 font-medium">
          <Link
            href={`/admin/broadcasts/${id}`}
            className="after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-ring focus-visible:after:-outline-offset-2"
          >
            <bdi>{title}</bdi>
          </Link>
        </h2>
        <p className="figures text-muted-foreground">
          {stateWords(broadcast)} · {started_at ? `${figure(notified)} notified` : people(audience)}
        </p>
      </div>
      <p className="text-muted-foreground text-xs">
        <bdi>{sender}</bdi> · <SentTime {...{ broadcast, zone }} />
      </p>
      {status === "sending" ? (
        <Progress value={progress * 100} label={`Progress of ${title}`} className="mt-2" />
      ) : null}
    </li>
  );
}
