import { CircleCheck, CircleSlash, Moon, TriangleAlert } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { silenceWords } from "@/components/check/silence-words";
import { RelativeTime } from "@/components/ui/relative-time";
import { CHANNEL_NAMES } from "@/lib/core/channel-names";
import type { ChannelCheck, Silence } from "@/lib/core/check-view";

interface ChannelCheckRowProps {
  check: ChannelCheck;
  /** Where it goes, if that is one place. */
  to?: string;
  now: string;
  zone: string;
  /** What else there is to it: a test, its connections. */
  children?: ReactNode;
}

/** A channel: whether what comes now comes through, why not and where that is mended, and when it last did (R92). */
export function ChannelCheckRow({ check, to, now, zone, children }: ChannelCheckRowProps) {
  const { channel, silences, on, of, lastSentAt } = check;
  const { Icon, colour } = LOOKS[levelOf(silences)];
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2 px-4 py-3">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${colour}`} />
      <div className="min-w-0 flex-1 basis-48">
        <h3 className="font-medium">
          {CHANNEL_NAMES[channel]}
          {to ? <span className="break-all font-normal text-muted-foreground"> · {to}</span> : null}
        </h3>
        {silences.length === 0 ? <p className="text-sm">What comes now comes through.</p> : null}
        <ul className="text-sm">
          {silences.map((silence) => {
            const { words, mend } = silenceWords(silence, channel, new Date(now), zone);
            return (
              <li key={silence.why}>
                {words}{" "}
                {mend ? (
                  <Link href={mend.href} className="text-primary underline underline-offset-4">
                    {mend.name}
                  </Link>
                ) : null}
              </li>
            );
          })}
        </ul>
        <p className="text-muted-foreground text-sm">
          {on} of {of} topics on
          {lastSentAt ? (
            <>
              {" · last came through "}
              <RelativeTime at={lastSentAt} zone={zone} />
            </>
          ) : null}
        </p>
      </div>
      {children}
    </li>
  );
}

type Level = "fine" | "waits" | "off" | "fault";

const LOOKS: Readonly<Record<Level, { Icon: typeof Moon; colour: string }>> = {
  fine: { Icon: CircleCheck, colour: "text-delivered" },
  waits: { Icon: Moon, colour: "text-held" },
  off: { Icon: CircleSlash, colour: "text-muted-foreground" },
  fault: { Icon: TriangleAlert, colour: "text-destructive" },
};

/** What passes by itself, or is as somebody chose, is no fault. */
function levelOf(silences: readonly Silence[]): Level {
  if (silences.length === 0) return "fine";
  const is = (...whys: Silence["why"][]) => silences.some(({ why }) => whys.includes(why));
  if (is("address_suppressed", "failing")) return "fault";
  return is("switched_off", "no_topic", "not_connected") ? "off" : "waits";
}
