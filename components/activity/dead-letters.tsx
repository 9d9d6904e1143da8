"use client";

import { MailX } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { ConfirmLetters, type LetterAct } from "@/components/activity/confirm-letters";
import { DETAIL_WORDS, REASON_LABELS } from "@/components/activity/delivery-words";
import { type LetterFilter, lettersAddress } from "@/components/activity/letter-filter";
import { type Answer, OFFLINE } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { NothingHere, Way } from "@/components/ui/nothing-here";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Channel, Reason } from "@/lib/core/channel";
import { CHANNEL_NAMES } from "@/lib/core/channel-names";

interface DeadLetter {
  id: string;
  user: string;
  event_id: string;
  channel: Channel;
  destination: string | null;
  reason: Reason;
  detail: string | null;
  attempts: number;
  title: string | null;
  topic_name: string;
  ended_at: string | null;
  created_at: string;
  last: { status: number | null; words: string | null } | null;
}

/** Some by id, or every one that the filter finds. */
export type LetterChoice = { ids: string[] } | ({ all: true } & LetterFilter);

interface DeadLettersProps {
  letters: readonly DeadLetter[];
  filter: LetterFilter;
  zone: string;
  /** Both answer how many letters it was. */
  retry(choice: LetterChoice): Promise<Answer<number>>;
  discard(choice: LetterChoice): Promise<Answer<number>>;
}

/** What could not be delivered, and what to do with it: some, or all, tried again or given up (C22). */
export function DeadLetters({ letters, filter, zone, retry, discard }: DeadLettersProps) {
  const router = useRouter();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asked, ask] = useState<LetterAct | null>(null);
  const [busy, start] = useTransition();
  const isFiltered = filter.channel !== undefined || filter.reason !== undefined;
  if (letters.length === 0)
    return (
      <NothingHere
        Icon={MailX}
        title={isFiltered ? "None like these" : "No dead letters"}
        action={isFiltered ? <Way href={lettersAddress({})}>Show all dead letters</Way> : null}
      >
        {isFiltered
          ? "Choose another channel or reason."
          : "What a provider refuses for good, or never takes, waits here for your word."}
      </NothingHere>
    );

  function carryOut(act: LetterAct) {
    const [send, done] = act === "retry" ? [retry, "on their way again"] : [discard, "given up"];
    const choice = chosen.size > 0 ? { ids: [...chosen] } : { all: true as const, ...filter };
    ask(null);
    start(async () => {
      const answer = await send(choice).catch(() => OFFLINE);
      if (!answer.ok) return void toast.error(answer.detail);
      toast(`${answer.value} ${answer.value === 1 ? "letter" : "letters"} ${done}`);
      setChosen(new Set());
      router.refresh();
    });
  }
  const which = chosen.size > 0 ? `${chosen.size} chosen` : isFiltered ? "all that match" : "all";
  return (
    <div className="space-y-3" aria-busy={busy}>
      <div className="flex flex-wrap gap-2">
        <Button
          size="sm"
          variant="outline"
          aria-disabled={busy}
          onClick={() => (chosen.size > 0 ? carryOut("retry") : ask("retry"))}
        >
          Retry {which}
        </Button>
        <Button size="sm" variant="ghost" aria-disabled={busy} onClick={() => ask("discard")}>
          Give up {which}
        </Button>
      </div>
      {asked ? (
        <ConfirmLetters act={asked} which={which} onConfirm={() => carryOut(asked)} onClose={() => ask(null)} />
      ) : null}
      <ul className="overflow-hidden rounded-xl border bg-card">
        {letters.map((letter) => (
          <li key={letter.id} className="flex gap-3 border-b px-4 py-3 last:border-b-0">
            <Checkbox
              aria-label={`Choose ${CHANNEL_NAMES[letter.channel]} to ${letter.destination ?? letter.user}`}
              checked={chosen.has(letter.id)}
              onCheckedChange={() => setChosen(toggled(chosen, letter.id))}
            />
            <Letter letter={letter} zone={zone} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Letter({ letter, zone }: { letter: DeadLetter; zone: string }) {
  const { detail, reason, last } = letter;
  return (
    <div className="min-w-0 flex-1">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="wrap-anywhere min-w-0 font-medium">
          <Link
            href={`/admin/activity/${letter.event_id}?person=${encodeURIComponent(letter.user)}`}
            className="underline-offset-4 hover:underline"
          >
            <bdi>{letter.title ?? letter.topic_name}</bdi>
          </Link>
        </h2>
        <p className="figures text-muted-foreground text-xs">
          <RelativeTime at={letter.ended_at ?? letter.created_at} zone={zone} />
        </p>
      </div>
      <p className="wrap-anywhere text-muted-foreground">
        {CHANNEL_NAMES[letter.channel]} to <bdi>{letter.destination ?? letter.user}</bdi>
      </p>
      <p className="wrap-anywhere">
        {(detail && DETAIL_WORDS[detail]) || REASON_LABELS[reason]}
        {letter.attempts > 0 ? `, after ${letter.attempts} ${letter.attempts === 1 ? "try" : "tries"}` : null}
      </p>
      {last?.words || last?.status ? (
        <pre className="wrap-anywhere mt-1 whitespace-pre-wrap rounded-md bg-muted px-2 py-1 font-mono text-xs">
          {[last.status, last.words].filter(Boolean).join(" ")}
        </pre>
      ) : null}
    </div>
  );
}

function toggled(chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}
