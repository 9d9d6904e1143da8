/** Puts `value` into a cache of at most `most`: what came in first goes out for it. */
export function keepNewest<T>(cache: Map<string, T>, most: number, key: string, value: T): void {
  cache.set(key, value);
  const [oldest] = cache.keys();
  if (cache.size > most && oldest !== undefined) cache.delete(oldest);
}
