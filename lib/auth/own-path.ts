/** The request header in which proxy.ts says what page is asked for. Believed only as far as `ownPath` goes. */
export const PATH_HEADER = "x-belfry-path";

/** Any address stands for this one while a path is looked at. */
const HERE = "http://here.invalid";

/**
 * `value` as a path of this site, or `/` (S9): what came with an address or a form decides where people are sent, and
 * must not send them elsewhere, nor back to the door.
 */
export function ownPath(value: unknown): string {
  if (typeof value !== "string" || value.length > 2048 || !/^\/(?![/\\])/.test(value)) return "/";
  // Browsers drop tabs and line breaks from addresses and read a backslash as a slash.
  if (/[\p{Cc}\\]/u.test(value) || !URL.canParse(value, HERE)) return "/";
  const { origin, pathname, search, hash } = new URL(value, HERE);
  // "/.//elsewhere" becomes "//elsewhere" only now.
  if (origin !== HERE || pathname.startsWith("//")) return "/";
  if (/^\/(api|sign-in|setup|_next)(\/|$)/.test(pathname)) return "/";
  return `${pathname}${search}${hash}`;
}
