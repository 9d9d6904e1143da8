"use client";

import { CircleAlert, CircleCheck } from "lucide-react";
import { useTheme } from "next-themes";
import type { MouseEvent } from "react";
import { Toaster as Sonner, type ToasterProps } from "sonner";

/** Where what was just done can be undone. Bottom left: the bottom right belongs to pop-ups (R14). */
export function Toaster(props: ToasterProps) {
  const { theme = "system" } = useTheme();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears what happens to the buttons inside
    <div onMouseDown={keepFocus}>
      <Sonner
        theme={theme as ToasterProps["theme"]}
        position="bottom-left"
        containerAriaLabel="Messages"
        icons={{
          success: <CircleCheck className="size-4 text-delivered" aria-hidden />,
          error: <CircleAlert className="size-4 text-destructive" aria-hidden />,
        }}
        toastOptions={{
          unstyled: true,
          classNames: {
            // Marked important: sonner's own sheet, in no layer, takes the outline away.
            toast:
              "focus-visible:outline-2! focus-visible:outline-ring! focus-visible:outline-solid! flex w-(--width) items-center font-sans gap-3 rounded-lg border bg-popover px-4 py-3 text-base text-popover-foreground shadow-float",
            content: "min-w-0 flex-1",
            description: "text-muted-foreground text-sm",
            actionButton:
              "-my-1 h-8 shrink-0 rounded-md px-2.5 font-medium text-primary hover:bg-accent pointer-coarse:h-11",
          },
        }}
        {...props}
      />
    </div>
  );
}

// Sonner gives the focus back when a message goes, and would take it from the menu that was opened meanwhile.
function keepFocus(event: MouseEvent) {
  if (event.target instanceof Element && event.target.closest("button")) event.preventDefault();
}
