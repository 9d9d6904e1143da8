import type { Channel } from "./channel";
import type { ChosenPreferences, PreferenceLayers } from "./preference";
import type { Topic } from "./topic";

/** Remembers one `T` for all who chose alike about `topic`, so that the next such person costs a few look-ups. */
export function memoryOf<T>(topic: Pick<Topic, "key" | "media">, channels: readonly Channel[]) {
  const root = branch<T>();
  return (layers: PreferenceLayers, variant: boolean, make: () => T): T => {
    let at = step(root, variant ? 1 : 0);
    at = step(at, stanceOf(layers.user, topic, channels));
    at = step(at, stanceOf(layers.account, topic, channels));
    for (const { name, chosen } of layers.profiles) at = step(step(at, name), stanceOf(chosen, topic, channels));
    at.kept ??= { value: make() };
    return at.kept.value;
  };
}

interface Branch<T> {
  kept?: { value: T };
  next: Map<string | number, Branch<T>>;
}

function branch<T>(): Branch<T> {
  return { next: new Map() };
}

function step<T>(from: Branch<T>, by: string | number): Branch<T> {
  const known = from.next.get(by);
  if (known) return known;
  const made = branch<T>();
  from.next.set(by, made);
  return made;
}

/** All that a layer says about the topic, as one number: a digit of base 3 for each medium and channel. */
function stanceOf(
  chosen: ChosenPreferences | undefined,
  { key, media }: Pick<Topic, "key" | "media">,
  channels: readonly Channel[],
): number {
  if (!chosen) return 0;
  const said = chosen.topics[key];
  let stance = 0;
  for (const medium of media) stance = stance * 3 + digit(said?.[medium]);
  for (const channel of channels) stance = stance * 3 + digit(chosen.channels[channel]);
  return stance;
}

function digit(said: boolean | undefined): number {
  if (said === undefined) return 0;
  return said ? 2 : 1;
}
