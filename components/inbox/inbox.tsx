"use client";

import { Keyboard } from "lucide-react";
import { useRouter } from "next/navigation";
import { useOptimistic, useRef, useState, useTransition } from "react";
import { Filters } from "@/components/inbox/filters";
import { inboxAddress } from "@/components/inbox/inbox-address";
import { InboxList, type InboxListProps } from "@/components/inbox/inbox-list";
import { InboxSearch } from "@/components/inbox/inbox-search";
import { type Answer, noAnswer } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { later } from "@/components/ui/later";
import type { InboxChoices } from "@/lib/core/inbox-choices";
import type { InboxQuery } from "@/lib/core/inbox-query";

const KeysDialog = later(() => import("@/components/inbox/keys-dialog").then((module) => module.KeysDialog));

export interface InboxProps extends Omit<InboxListProps, "keys" | "onSearch" | "onHelp"> {
  choices: InboxChoices;
  /** Whether single keys act, as the person said. */
  shortcuts: boolean;
  changeShortcuts(enabled: boolean): Promise<Answer>;
}

/** Everything that reached the person: four lists, a search and filters, all in the address. */
export function Inbox({ choices, shortcuts, changeShortcuts, ...list }: InboxProps) {
  const { query } = list;
  const router = useRouter();
  const [asking, startAsking] = useTransition();
  const [asked, setAsked] = useOptimistic(query);
  const [keys, setKeys] = useState(shortcuts);
  const [helping, setHelping] = useState(false);
  const search = useRef<HTMLInputElement>(null);

  function ask(wanted: InboxQuery) {
    startAsking(() => {
      setAsked(wanted);
      router.replace(inboxAddress(wanted), { scroll: false });
    });
  }

  async function change(enabled: boolean): Promise<Answer> {
    setKeys(enabled);
    const answer = await changeShortcuts(enabled).catch(noAnswer);
    if (!answer.ok) setKeys(!enabled);
    return answer;
  }

  return (
    <div className="mx-auto max-w-3xl px-4 py-6 max-sm:px-0">
      <div className="mb-3 flex flex-wrap items-center gap-3 max-sm:px-4">
        <h1 className="mr-auto font-semibold text-xl">Inbox</h1>
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label="Keyboard shortcuts"
          title="Keyboard shortcuts"
          className="text-muted-foreground sm:order-last"
          onClick={() => setHelping(true)}
        >
          <Keyboard aria-hidden />
        </Button>
        <Filters query={query} />
      </div>
      <InboxSearch query={asked} choices={choices} input={search} onAsk={ask} />
      <div aria-busy={asking} className={cn("transition-opacity", asking && "opacity-60")}>
        <InboxList
          key={inboxAddress(query)}
          {...list}
          keys={keys}
          onSearch={() => search.current?.focus()}
          onHelp={() => setHelping(true)}
        />
      </div>
      {helping ? <KeysDialog enabled={keys} change={change} onClose={() => setHelping(false)} /> : null}
    </div>
  );
}
