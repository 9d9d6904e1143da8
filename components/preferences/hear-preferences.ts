const NAME = "belfry-preferences";

/** Says that a person's preferences were changed here, to every open tab and to this page's own list of them. */
export function tellPreferences(): void {
  if (typeof BroadcastChannel === "undefined") return;
  const channel = new BroadcastChannel(NAME);
  channel.postMessage("changed");
  channel.close();
}

/** Calls `listener` whenever preferences were changed elsewhere, until `close`; `tell` reaches all but itself. */
export function hearPreferences(listener: () => void): { tell(): void; close(): void } {
  if (typeof BroadcastChannel === "undefined") return { tell: () => {}, close: () => {} };
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = listener;
  return { tell: () => channel.postMessage("changed"), close: () => channel.close() };
}
