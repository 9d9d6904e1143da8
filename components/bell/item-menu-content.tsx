import {
  AlarmClock,
  AlarmClockOff,
  Archive,
  ArchiveRestore,
  BellOff,
  CircleHelp,
  Mail,
  MailOpen,
  Settings2,
  VolumeX,
} from "lucide-react";
import Link from "next/link";
import { useId, useRef } from "react";
import { ButtonMenu, type ButtonMenuProps } from "@/components/ui/button-menu";
import {
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuSub,
  DropdownMenuSubContent,
  DropdownMenuSubTrigger,
} from "@/components/ui/dropdown-menu";
import type { FeedItem } from "@/lib/core/feed-item";
import { preferencesAddress } from "@/lib/core/preferences-address";
import { type SnoozeChoice, snoozeChoices } from "@/lib/core/snooze";

export interface ItemMenuActs {
  onHide(): void;
  onMute(): void;
  /** Just before another page is shown. */
  onLeave?(): void;
  onRead(read: boolean): void;
  onArchive(): void;
  /** Of what is put away. */
  onRestore?(): void;
  onSnooze(choice: Pick<SnoozeChoice, "words" | "until">): void;
  /** Of what is asleep. */
  onWake?(): void;
  onWhy(): void;
}

interface ItemMenuContentProps extends ButtonMenuProps {
  item: FeedItem;
  zone: string;
  acts: ItemMenuActs;
  onPickDate(): void;
}

/** The menu of `ItemMenu`, in a script that comes later. */
export function ItemMenuContent({ item, zone, acts, onPickDate, ...menu }: ItemMenuContentProps) {
  const isRead = item.readAt !== null;
  const leads = useRef(false);

  function away(act: (() => void) | undefined) {
    leads.current = true;
    act?.();
  }

  return (
    <ButtonMenu {...menu} leads={leads}>
      <HideItem required={item.required} onSelect={acts.onHide} />
      <MuteItem isSilent={item.sound === "none"} onSelect={acts.onMute} />
      <DropdownMenuItem asChild onSelect={() => away(acts.onLeave)}>
        <Link href={preferencesAddress({ medium: "desktop", topic: item.topic })} prefetch={false}>
          <Settings2 aria-hidden />
          Go to notification preferences
        </Link>
      </DropdownMenuItem>
      <DropdownMenuSeparator />
      <DropdownMenuItem onSelect={() => acts.onRead(!isRead)}>
        {isRead ? <Mail aria-hidden /> : <MailOpen aria-hidden />}
        {isRead ? "Mark as unread" : "Mark as read"}
      </DropdownMenuItem>
      {item.archivedAt ? (
        <DropdownMenuItem onSelect={acts.onRestore}>
          <ArchiveRestore aria-hidden />
          Move to the inbox
        </DropdownMenuItem>
      ) : (
        <DropdownMenuItem onSelect={acts.onArchive}>
          <Archive aria-hidden />
          Archive
        </DropdownMenuItem>
      )}
      {item.snoozedUntil ? (
        <DropdownMenuItem onSelect={acts.onWake}>
          <AlarmClockOff aria-hidden />
          Wake now
        </DropdownMenuItem>
      ) : null}
      <DropdownMenuSub>
        <DropdownMenuSubTrigger>
          <AlarmClock aria-hidden />
          Snooze
        </DropdownMenuSubTrigger>
        <DropdownMenuSubContent>
          <SnoozeItems zone={zone} onSnooze={acts.onSnooze} />
          <DropdownMenuItem onSelect={() => away(onPickDate)}>Pick a date and time</DropdownMenuItem>
        </DropdownMenuSubContent>
      </DropdownMenuSub>
      <DropdownMenuSeparator />
      <DropdownMenuItem onSelect={() => away(acts.onWhy)}>
        <CircleHelp aria-hidden />
        Why this?
      </DropdownMenuItem>
    </ButtonMenu>
  );
}

/** Where the company requires the topic it stays, and says so. */
function HideItem({ required, onSelect }: { required: boolean; onSelect(): void }) {
  const words = "Don't show me these again";
  const hintId = useId();
  if (!required) {
    return (
      <DropdownMenuItem onSelect={onSelect}>
        <BellOff aria-hidden />
        {words}
      </DropdownMenuItem>
    );
  }
  return (
    <DropdownMenuItem aria-label={words} aria-describedby={hintId} onSelect={onSelect}>
      <BellOff aria-hidden />
      <span>
        {words}
        <Hint id={hintId}>Required by your company</Hint>
      </span>
    </DropdownMenuItem>
  );
}

function MuteItem({ isSilent, onSelect }: { isSilent: boolean; onSelect(): void }) {
  const hintId = useId();
  return (
    <DropdownMenuItem
      aria-label="Mute sound"
      aria-describedby={isSilent ? hintId : undefined}
      disabled={isSilent}
      onSelect={onSelect}
    >
      <VolumeX aria-hidden />
      <span>
        Mute sound
        {isSilent ? <Hint id={hintId}>Silent already</Hint> : null}
      </span>
    </DropdownMenuItem>
  );
}

function Hint({ id, children }: { id: string; children: string }) {
  return (
    <span id={id} className="block text-muted-foreground text-xs">
      {children}
    </span>
  );
}

function SnoozeItems({ zone, onSnooze }: { zone: string; onSnooze(choice: SnoozeChoice): void }) {
  return snoozeChoices(new Date(), zone).map((choice) => (
    <DropdownMenuItem key={choice.label} className="figures" onSelect={() => onSnooze(choice)}>
      {choice.label}
    </DropdownMenuItem>
  ));
}
