"use client";

import { MailX } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { ConfirmLetters, type LetterAct } from "@/components/activity/confirm-letters";
import { DeadLetter, type DeadLetterView } from "@/components/activity/dead-letter";
import { type LetterFilter, lettersAddress } from "@/components/activity/letter-filter";
import { type Answer, noAnswer } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { NothingHere, Way } from "@/components/ui/nothing-here";
import { CHANNEL_NAMES } from "@/lib/core/channel-names";

/** Some by id, or every one that the filter finds. */
export type LetterChoice = { ids: string[] } | ({ all: true } & LetterFilter);

interface DeadLettersProps {
  letters: readonly DeadLetterView[];
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
      const answer = await send(choice).catch(noAnswer);
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
            <DeadLetter letter={letter} zone={zone} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function toggled(chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}
