import { createHash } from "node:crypto";

/** The strong entity tag of a body: the same tag, the same bytes (RFC 9110, C7). */
export function entityTag(body: string): string {
  return `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
}

/**
 * Whether `If-Match` or `If-None-Match` names the tag, alone, in a list, or by `*`. Weak tags count for `If-None-Match`
 * only: to read again what is nearly the same does no harm, to overwrite it does.
 */
export function namesTag(header: string, tag: string, { weak }: { weak: boolean }): boolean {
  if (header.trim() === "*") return true;
  return [...header.matchAll(/(W\/)?("[^"]*")/g)].some(([, isWeak, one]) => one === tag && (weak || !isWeak));
}
