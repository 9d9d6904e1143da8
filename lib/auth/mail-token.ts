import { createHmac, timingSafeEqual } from "node:crypto";
import type { MailEnd } from "@/lib/core/mail";

export interface MailKey {
  id: string;
  secret: string;
}

/** Whose email of what a link ends. */
export interface MailLink {
  userId: string;
  end: MailEnd;
}

/** Of this form of token; another form is another letter. */
const VERSION = "1";

/**
 * What a one-click link carries (S25): `1.<key>.<person and what it ends>.<HMAC-SHA256>`. Bound to the workspace by the
 * key, and to email by what is signed. The same for the same, so that a mail tried again is the same mail.
 */
export function mailToken(key: MailKey, { userId, end }: MailLink): string {
  const signed = `${VERSION}.${key.id}.${Buffer.from(JSON.stringify([userId, ...wordsOf(end)])).toString("base64url")}`;
  return `${signed}.${macOf(signed, key)}`;
}

/** The id of the key that a token says it was signed with. */
export function keyOf(token: string): string | null {
  return parts(token)?.[1] ?? null;
}

/** What a token ends; null when it was not signed with `key`, letter for letter. */
export function openMailToken(token: string, key: MailKey): MailLink | null {
  const [version, id, said, mac] = parts(token) ?? [];
  if (version !== VERSION || id !== key.id || said === undefined || mac === undefined) return null;
  // As text: in base64url two texts can stand for the same bytes.
  const wanted = Buffer.from(macOf(`${version}.${id}.${said}`, key));
  const given = Buffer.from(mac);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null;
  const [userId, kind, name] = JSON.parse(Buffer.from(said, "base64url").toString());
  return { userId, end: endOf(kind, name) };
}

function parts(token: string): string[] | null {
  return token.length <= 2048 && /^[\w-]+(\.[\w-]+){3}$/.test(token) ? token.split(".") : null;
}

function macOf(signed: string, { secret }: MailKey): string {
  return createHmac("sha256", secret).update(`belfry unsubscribe email\n${signed}`).digest("base64url");
}

function wordsOf(end: MailEnd): string[] {
  if ("topic" in end) return ["topic", end.topic];
  return "digest" in end ? ["digest", end.digest] : ["all"];
}

function endOf(kind: string, name: string): MailEnd {
  if (kind === "topic") return { topic: name };
  return kind === "digest" ? { digest: name as "daily" } : { all: true };
}
