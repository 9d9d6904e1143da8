import { AlarmClock, AlarmClockOff, Archive, ArchiveRestore, Mail, MailOpen, X } from "lucide-react";
import { type ReactNode, useRef } from "react";
import type { Selection } from "@/components/inbox/use-selection";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import type { InboxShow } from "@/lib/core/inbox-query";

export interface SelectionBarProps {
  show: InboxShow;
  selection: Selection;
  /** How many notifications the ticked rows stand for. */
  count: number;
  /** Rows shown. */
  shown: number;
  /** What the list has to say while nothing is ticked, such as how many were found. */
  children: ReactNode;
  on: { read(read: boolean): void; archive(): void; restore(): void; snooze(): void; wake(): void };
}

/** One checkbox for all that is shown; once something is ticked, what can be done with it, in sight however far down. */
export function SelectionBar({ show, selection, count, shown, children, on }: SelectionBarProps) {
  const { selected, all, clear } = selection;
  const some = selected.length > 0;
  const whole = some && selected.length === shown;
  const box = useRef<HTMLButtonElement>(null);
  // The buttons go once nothing is selected, and must not take the focus with them.
  const back = (act: () => void) => () => {
    act();
    box.current?.focus({ preventScroll: true });
  };
  return (
    <div
      className={cn(
        "-mx-2 mb-1 flex min-h-9 flex-wrap items-center gap-x-1 gap-y-0.5 rounded-lg px-2 max-sm:mx-2",
        some && "sticky top-15 z-20 border bg-popover py-0.5 shadow-float",
      )}
    >
      <Checkbox
        ref={box}
        hidden={shown === 0}
        aria-label="Select all shown"
        checked={whole ? true : some ? "indeterminate" : false}
        onCheckedChange={() => (whole ? clear() : all())}
        title="Select all shown"
        className="mr-2 ml-3.5 sm:ml-8"
      />
      <p role="status" className="figures mr-auto text-muted-foreground text-sm">
        {some ? `${count} selected` : children}
      </p>
      {some ? (
        <div role="toolbar" aria-label="With what is selected" className="flex items-center">
          <Do words="Mark as read" Sign={MailOpen} onDo={back(() => on.read(true))} />
          <Do words="Mark as unread" Sign={Mail} onDo={back(() => on.read(false))} />
          {show === "archived" ? (
            <Do words="Move to the inbox" Sign={ArchiveRestore} onDo={back(on.restore)} />
          ) : (
            <Do words="Archive" Sign={Archive} onDo={back(on.archive)} />
          )}
          {show === "snoozed" ? <Do words="Wake now" Sign={AlarmClockOff} onDo={back(on.wake)} /> : null}
          {show === "archived" ? null : <Do words="Snooze" Sign={AlarmClock} onDo={on.snooze} />}
          <Do words="Clear selection" Sign={X} onDo={back(clear)} />
        </div>
      ) : null}
    </div>
  );
}

function Do({ words, Sign, onDo }: { words: string; Sign: typeof Mail; onDo(): void }) {
  return (
    <Button variant="ghost" size="icon-sm" aria-label={words} title={words} onClick={onDo}>
      <Sign aria-hidden />
    </Button>
  );
}
