/** Answers kept for a moment, so that a hot path asks the database once: `get` loads each key at most once a `maxAge`. */
export class Fresh<V> {
  private readonly kept = new Map<string, { value: Promise<V>; at: number }>();

  /** `maxAge` in milliseconds; `size` bounds the keys kept. */
  constructor(
    private readonly maxAge: number,
    private readonly size = 1000,
  ) {}

  get(key: string, load: () => Promise<V>): Promise<V> {
    const now = performance.now();
    const known = this.kept.get(key);
    if (known && now - known.at < this.maxAge) return known.value;
    if (this.kept.size >= this.size) this.kept.clear();
    const value = load();
    this.kept.set(key, { value, at: now });
    // What failed is asked again next time; what was asked anew since then stays.
    value.catch(() => this.kept.get(key)?.value === value && this.kept.delete(key));
    return value;
  }

  forget(key: string): void {
    this.kept.delete(key);
  }
}
