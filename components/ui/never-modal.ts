/**
 * In the place of two packages that Radix brings for what is modal, of which there is nothing here: dialogs are the
 * browser's own. They would be 5 KB of every page's script. Put there by next.config.ts.
 */
export function RemoveScroll(): never {
  throw new Error("Nothing of Radix is modal here: say modal={false}, or take components/ui/dialog.tsx.");
}

export function hideOthers(): never {
  return RemoveScroll();
}
