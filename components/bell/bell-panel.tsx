import { type RefObject, useId, useRef } from "react";
import { Panel } from "@/components/bell/panel";
import type { BellModel } from "@/components/bell/use-bell";
import { DropdownMenuHost } from "@/components/ui/dropdown-menu-host";
import { Popover, PopoverAnchor, PopoverContent } from "@/components/ui/popover";

export interface BellPanelProps {
  id: string;
  bell: BellModel;
  zone: string;
  /** What it opens under, and gives the focus back to. */
  button: RefObject<HTMLButtonElement | null>;
  onClose(): void;
}

/** What the bell opens: a non-modal dialog, not a menu (U1, U2). In a script that comes later. */
export function BellPanel({ id, bell, zone, button, onClose }: BellPanelProps) {
  const headingId = useId();
  const leftByPress = useRef(false);
  return (
    <Popover open onOpenChange={onClose}>
      <PopoverAnchor virtualRef={button as RefObject<HTMLButtonElement>} />
      <PopoverContent
        id={id}
        aria-labelledby={headingId}
        data-sheet
        align="end"
        sideOffset={10}
        collisionPadding={8}
        onOpenAutoFocus={(event) => {
          event.preventDefault();
          document.getElementById(headingId)?.focus();
        }}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          // What was pressed instead has it.
          if (!leftByPress.current) button.current?.focus();
        }}
        onEscapeKeyDown={(event) => {
          // It closes the dialog within first.
          if (document.querySelector("dialog[open]")) event.preventDefault();
        }}
        onInteractOutside={(event) => {
          if (isOurs(event.target, button.current)) event.preventDefault();
          else leftByPress.current = true;
        }}
        className="flex h-[min(40rem,calc(100dvh-5rem))] w-105 flex-col p-0 max-sm:h-dvh max-sm:w-screen max-sm:rounded-none max-sm:border-0"
      >
        <DropdownMenuHost>
          <div className="flex min-h-0 flex-1 flex-col overflow-hidden rounded-[inherit]">
            <Panel bell={bell} zone={zone} headingId={headingId} onClose={onClose} />
          </div>
        </DropdownMenuHost>
      </PopoverContent>
    </Popover>
  );
}

// The bell closes it by itself; Undo in a message, and a pop-up's buttons, belong to it: using them does not close it.
function isOurs(target: EventTarget | null, button: HTMLElement | null): boolean {
  if (!(target instanceof Element)) return false;
  return button?.contains(target) || target.closest("[data-sonner-toaster], [data-popups]") !== null;
}
