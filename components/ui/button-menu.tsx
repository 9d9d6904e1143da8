import { type ReactNode, type RefObject, useRef } from "react";
import { DropdownMenu, DropdownMenuContent, DropdownMenuTrigger } from "@/components/ui/dropdown-menu";

/** What `useMenuButton` gives the menu of its button. */
export interface ButtonMenuProps {
  open: boolean;
  onOpenChange(open: boolean): void;
  /** Of the button, which names the menu. */
  buttonId: string;
  button: RefObject<HTMLButtonElement | null>;
}

interface ButtonMenuContent {
  className?: string;
  /** Set by an act that takes the focus elsewhere: the menu then does not give it back to its button. */
  leads?: RefObject<boolean>;
  children: ReactNode;
}

/** The menu of a button, beside it in a box that it fills. Not modal: what is behind stays alive. */
export function ButtonMenu({
  buttonId,
  button,
  className,
  leads,
  children,
  ...state
}: ButtonMenuProps & ButtonMenuContent) {
  const own = useRef(false);
  const led = leads ?? own;

  function onCloseAutoFocus(event: Event) {
    event.preventDefault();
    if (!led.current) button.current?.focus();
    led.current = false;
  }

  return (
    <DropdownMenu modal={false} {...state}>
      {/* Where it opens; what is pressed is the button. */}
      <DropdownMenuTrigger asChild>
        <span aria-hidden className="pointer-events-none absolute inset-0" />
      </DropdownMenuTrigger>
      <DropdownMenuContent
        align="end"
        aria-labelledby={buttonId}
        className={className}
        onCloseAutoFocus={onCloseAutoFocus}
        onInteractOutside={() => {
          // What was pressed instead has it.
          led.current = true;
        }}
      >
        {children}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
