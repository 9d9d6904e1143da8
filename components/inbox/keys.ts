/** What a key does in the inbox. */
export type KeyAct = "next" | "previous" | "open" | "archive" | "read" | "snooze" | "select" | "search" | "help";

/** The keys, as the help lists them. */
export const KEYS: readonly { act: KeyAct; keys: readonly string[]; words: string }[] = [
  { act: "next", keys: ["j", "ArrowDown"], words: "Next notification" },
  { act: "previous", keys: ["k", "ArrowUp"], words: "Previous notification" },
  { act: "open", keys: ["o"], words: "Open the record" },
  { act: "read", keys: ["u"], words: "Mark as read, or as unread" },
  { act: "archive", keys: ["e"], words: "Archive, or move back to the inbox" },
  { act: "snooze", keys: ["s"], words: "Snooze" },
  { act: "select", keys: ["x"], words: "Select" },
  { act: "search", keys: ["/"], words: "Search" },
  { act: "help", keys: ["?"], words: "This help" },
];

export interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/**
 * What a key that was pressed means. Single characters mean nothing where they are switched off (WCAG 2.1.4); arrows
 * always do, but only `inList`: elsewhere they scroll the page.
 */
export function actOf({ key, ctrlKey, metaKey, altKey }: Pressed, enabled: boolean, inList: boolean): KeyAct | null {
  if (ctrlKey || metaKey || altKey) return null;
  const isArrow = key.startsWith("Arrow");
  if (isArrow ? !inList : !enabled) return null;
  return KEYS.find(({ keys }) => keys.includes(key.length === 1 ? key.toLowerCase() : key))?.act ?? null;
}
