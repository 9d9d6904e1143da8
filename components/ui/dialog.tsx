"use client";

import { X } from "lucide-react";
import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";

export interface DialogProps {
  title: string;
  /** What it is about, below the title. */
  description?: ReactNode;
  className?: string;
  children: ReactNode;
  onClose(): void;
}

/**
 * Asks something before the page goes on; mounted while it is open. The browser's own: it keeps the focus within, takes
 * Escape, and gives the focus back to where it came from.
 */
export function Dialog({ title, description, className, children, onClose }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  // Before it is painted: a key pressed at what is already seen would go to the page behind.
  useLayoutEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    if (!element?.open) element?.showModal();
    // The browser would choose the first button, Close.
    const first = element?.querySelector("[data-focus]") ?? element?.querySelector("input, [role=checkbox]");
    if (first instanceof HTMLElement) first.focus();
    return () => {
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-description` : undefined}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      className={cn(
        "m-auto flex max-h-[min(42rem,calc(100dvh-2rem))] w-[min(34rem,calc(100vw-2rem))] flex-col rounded-xl border bg-popover p-0 text-popover-foreground shadow-float backdrop:bg-foreground/30 dark:backdrop:bg-background/70",
        className,
      )}
    >
      <header className="flex items-start gap-3 px-5 pt-4 pb-2">
        <div className="min-w-0 flex-1">
          <h2 id={`${id}-title`} className="wrap-anywhere font-semibold text-lg">
            {title}
          </h2>
          {description ? (
            <div id={`${id}-description`} className="text-muted-foreground">
              {description}
            </div>
          ) : null}
        </div>
        <Button variant="ghost" size="icon-sm" aria-label="Close" className="-mt-1 -mr-2" onClick={onClose}>
          <X aria-hidden />
        </Button>
      </header>
      {children}
    </dialog>
  );
}

/** What scrolls where a dialog is long. */
export function DialogBody({ children }: { children: ReactNode }) {
  return <div className="grid min-h-0 gap-4 overflow-y-auto px-5 py-2">{children}</div>;
}

export function DialogActions({ children }: { children: ReactNode }) {
  return <footer className="flex flex-wrap justify-end gap-2 border-t px-5 py-3">{children}</footer>;
}
