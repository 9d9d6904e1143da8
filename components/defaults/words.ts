import { TAB_NAMES } from "@/components/preferences/names";
import type { Channel, Medium } from "@/lib/core/channel";
import { CHANNEL_NAMES } from "@/lib/core/channel-names";
import type { Cell } from "@/lib/core/defaults";

/** `312 people get`, after "changes what". */
export function whom(people: number): string {
  if (people === 0) return "nobody gets";
  return people === 1 ? "1 person gets" : `${figure(people)} people get`;
}

/** `41 keep their own choice`. */
export function keepers(people: number): string {
  return people === 1 ? "1 keeps their own choice" : `${figure(people)} keep their own choice`;
}

export function people(count: number): string {
  return count === 1 ? "1 person" : `${figure(count)} people`;
}

/** What a cell is about: `Deal assigned to you by email`; `The channel Pop-up`. */
export function cellName({ topic, target }: Cell, name: string | null): string {
  if (topic === "") return `${CHANNEL_NAMES[target as Channel]} (channel)`;
  return `${name ?? topic} · ${TAB_NAMES[target as Medium]}`;
}

function figure(count: number): string {
  return count.toLocaleString("en");
}
