import type { Signal } from "./signal";

/** Something changed: ask again. */
export const CHANGED = "changed";
/** The person may no longer listen. */
export const DISMISSED = "dismissed";

/** 50 ids of 40 characters are 2 KB; a message may have 10 KB (F21). */
const MAX_IDS = 50;

/** The payload: `{ids, position}`, with the newest 50 ids. Whoever needs the others asks by position. */
export function writeSignal(signal: Signal): string {
  return JSON.stringify({ ids: signal.notificationIds.slice(-MAX_IDS), position: signal.position });
}

/** Reads what `writeSignal` wrote, parsed or as text. Null for anything else. */
export function readSignal(data: unknown): Signal | null {
  const payload = typeof data === "string" ? parse(data) : data;
  if (typeof payload !== "object" || payload === null) return null;
  const { ids, position } = payload as Record<string, unknown>;
  if (!Array.isArray(ids) || !ids.every((id) => typeof id === "string") || typeof position !== "string") return null;
  return { notificationIds: ids, position };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
