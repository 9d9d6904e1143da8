import {
  AlarmClock,
  AlarmClockOff,
  Archive,
  ArchiveRestore,
  BellOff,
  CircleHelp,
  Ellipsis,
  Mail,
  MailOpen,
  Settings2,
  VolumeX,
} from "lucide-react";
import Link from "next/link";
import { type KeyboardEvent, type PointerEvent, type RefObject, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuSub,
  DropdownMenuSubContent,
  DropdownMenuSubTrigger,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { later } from "@/components/ui/later";
import type { FeedItem } from "@/lib/core/feed-item";
import { preferencesAddress } from "@/lib/core/preferences-address";
import { type SnoozeChoice, snoozeChoices } from "@/lib/core/snooze";

const SnoozeDialog = later(() => import("@/components/bell/snooze-dialog").then((module) => module.SnoozeDialog));

interface ItemMenuActs {
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

export interface ItemMenuProps extends ItemMenuActs {
  item: FeedItem;
  titleId: string;
  zone: string;
}

/**
 * Everything that can be done with one notification, in the bell and in a pop-up (R12). Not modal: what is behind stays
 * alive. The menu is made when its button gets the focus or is pressed, since a list has a hundred and opens one.
 */
export function ItemMenu({ item, titleId, zone, ...acts }: ItemMenuProps) {
  const buttonId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [made, setMade] = useState(false);
  const [open, setOpen] = useState(false);
  const [picking, setPicking] = useState(false);

  function press(event: PointerEvent) {
    if (event.button !== 0 || event.ctrlKey) return;
    setMade(true);
    setOpen(!open);
    // Else the button would take the focus from the menu.
    if (!open) event.preventDefault();
  }

  function key(event: KeyboardEvent) {
    if (!["Enter", " ", "ArrowDown"].includes(event.key)) return;
    event.preventDefault();
    setOpen(true);
  }

  function closePicking() {
    setPicking(false);
    requestAnimationFrame(() => button.current?.focus());
  }

  return (
    <>
      <span className="relative flex">
        <Button
          ref={button}
          id={buttonId}
          variant="ghost"
          size="icon-sm"
          aria-label="More actions"
          aria-describedby={titleId}
          aria-haspopup="menu"
          aria-expanded={open}
          className="text-muted-foreground"
          onFocus={() => setMade(true)}
          onPointerDown={press}
          onKeyDown={key}
        >
          <Ellipsis aria-hidden />
        </Button>
        {made ? (
          <DropdownMenu modal={false} open={open} onOpenChange={setOpen}>
            {/* Where it opens; what is pressed is the button. */}
            <DropdownMenuTrigger asChild>
              <span aria-hidden className="pointer-events-none absolute inset-0" />
            </DropdownMenuTrigger>
            <ItemMenuContent {...{ item, zone, buttonId, button }} acts={acts} onPickDate={() => setPicking(true)} />
          </DropdownMenu>
        ) : null}
      </span>
      {picking ? <SnoozeDialog atDate count={1} zone={zone} onSnooze={acts.onSnooze} onClose={closePicking} /> : null}
    </>
  );
}

interface ItemMenuContentProps extends Pick<ItemMenuProps, "item" | "zone"> {
  acts: ItemMenuActs;
  buttonId: string;
  button: RefObject<HTMLButtonElement | null>;
  onPickDate(): void;
}

function ItemMenuContent({ item, zone, acts, buttonId, button, onPickDate }: ItemMenuContentProps) {
  const isRead = item.readAt !== null;
  const keepsFocus = useRef(true);

  // What is led to, or was pressed instead, has the focus; else the menu gives it back to its button.
  function onCloseAutoFocus(event: Event) {
    event.preventDefault();
    if (keepsFocus.current) button.current?.focus();
    keepsFocus.current = true;
  }

  function away(act?: () => void) {
    keepsFocus.current = false;
    act?.();
  }

  return (
    <DropdownMenuContent
      align="end"
      aria-labelledby={buttonId}
      onCloseAutoFocus={onCloseAutoFocus}
      onInteractOutside={() => away()}
    >
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
    </DropdownMenuContent>
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
