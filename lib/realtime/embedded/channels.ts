/** Who listens where. Both directions are kept, so that leaving costs what was joined and not what exists. */
export interface Channels<Listener> {
  join(channel: string, listener: Listener): void;
  leave(channel: string, listener: Listener): void;
  leaveAll(listener: Listener): void;
  listeners(channel: string): ReadonlySet<Listener>;
  joined(listener: Listener): ReadonlySet<string>;
  count(): number;
}

/** Nobody listens anywhere yet. */
export function createChannels<Listener extends object>(): Channels<Listener> {
  const byChannel = new Map<string, Set<Listener>>();
  const byListener = new Map<Listener, Set<string>>();

  function leave(channel: string, listener: Listener) {
    remove(byChannel, channel, listener);
    remove(byListener, listener, channel);
  }

  return {
    join(channel, listener) {
      add(byChannel, channel, listener);
      add(byListener, listener, channel);
    },
    leave,
    leaveAll(listener) {
      for (const channel of [...(byListener.get(listener) ?? [])]) leave(channel, listener);
    },
    listeners: (channel) => byChannel.get(channel) ?? new Set(),
    joined: (listener) => byListener.get(listener) ?? new Set(),
    count: () => byChannel.size,
  };
}

function add<K, V>(sets: Map<K, Set<V>>, key: K, value: V) {
  const set = sets.get(key);
  if (set) set.add(value);
  else sets.set(key, new Set([value]));
}

function remove<K, V>(sets: Map<K, Set<V>>, key: K, value: V) {
  const set = sets.get(key);
  set?.delete(value);
  if (set?.size === 0) sets.delete(key);
}
