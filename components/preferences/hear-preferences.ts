const NAME = "belfry-preferences";
const BY_SERVER = "changed on the server";

/** The server said that a person changed: tells every open tab, and this page's own list of preferences. */
export function tellPreferences(): void {
  if (typeof BroadcastChannel === "undefined") return;
  const channel = new BroadcastChannel(NAME);
  channel.postMessage(BY_SERVER);
  channel.close();
}

/** Calls `listener` when the server said that the person changed, such as their pause, until the returned function. */
export function hearPerson(listener: () => void): () => void {
  if (typeof BroadcastChannel === "undefined") return () => {};
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = ({ data }) => data === BY_SERVER && listener();
  return () => channel.close();
}

/** Calls `listener` whenever preferences were changed elsewhere, until `close`; `tell` reaches all but itself. */
export function hearPreferences(listener: () => void): { tell(): void; close(): void } {
  if (typeof BroadcastChannel === "undefined") return { tell: () => {}, close: () => {} };
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = listener;
  return { tell: () => channel.postMessage("changed"), close: () => channel.close() };
}
