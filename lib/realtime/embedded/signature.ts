import { createHash, createHmac, timingSafeEqual } from "node:crypto";

export interface Credentials {
  key: string;
  secret: string;
}

/** The `auth` with which one socket may join one private channel. */
export function signSubscription({ key, secret }: Credentials, socketId: string, channel: string): string {
  return `${key}:${hmac(secret, `${socketId}:${channel}`)}`;
}

/** Whether a publisher's query was signed by us, lately. It covers the body by `body_md5`, so ask this before reading one. */
export function isSignedQuery(
  { key, secret }: Credentials,
  request: { method: string; path: string; query: Record<string, string> },
  time: { nowSeconds: number; skewSeconds: number },
): boolean {
  const { auth_signature: signature = "", ...signed } = request.query;
  const text = Object.keys(signed)
    .sort()
    .map((name) => `${name.toLowerCase()}=${signed[name]}`)
    .join("&");
  const age = Math.abs(time.nowSeconds - Number(signed.auth_timestamp));
  return (
    signed.auth_key === key &&
    age <= time.skewSeconds &&
    isSame(signature, hmac(secret, `${request.method}\n${request.path}\n${text}`))
  );
}

/** Whether a body is the one that a signed query names by its MD5. */
export function isBodyOf(query: Record<string, string>, body: Buffer): boolean {
  return isSame(query.body_md5 ?? "", createHash("md5").update(body).digest("hex"));
}

/** Compares in a time that does not depend on where the two differ. */
export function isSame(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}

function hmac(secret: string, text: string): string {
  return createHmac("sha256", secret).update(text).digest("hex");
}
