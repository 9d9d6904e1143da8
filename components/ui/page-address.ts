/** What the address of a page asks, as Next gives it. */
export type Params = Readonly<Record<string, unknown>>;

/** Reads what the address of a page asks for: texts of at most `most` characters. What is empty or said twice is left out. */
export function askedIn(params: Params, most = 128) {
  const text = (name: string): string | undefined => {
    const given = params[name];
    // PostgreSQL refuses texts with NUL.
    const value = typeof given === "string" ? given.replaceAll("\0", "").slice(0, most) : "";
    return value.trim() === "" ? undefined : value;
  };
  /** As in `2026-11-21`. */
  const day = (name: string): string | undefined => {
    const value = text(name);
    return value && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined;
  };
  return { text, day };
}

/** Where in its list a page begins, as the page before said; undefined on the first. */
export function cursorIn({ cursor }: Params): string | undefined {
  return typeof cursor === "string" ? cursor : undefined;
}

/** `path` with what is set of `query`. */
export function addressOf(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) params.set(name, value);
  const text = params.toString();
  return `${path}${text && `?${text}`}`;
}
