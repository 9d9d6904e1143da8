import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const NONCE = 12;
const TAG = 16;

/**
 * What only this installation can read again (AES-256-GCM under a key of `secret`): tokens and addresses that are secrets
 * of somebody else's are kept in this form, so that a copy of the database alone gives none away.
 */
export function seal(secret: string, value: unknown): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", keyFrom(secret), nonce);
  const text = Buffer.concat([cipher.update(JSON.stringify(value)), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString("base64url");
}

/** What was sealed; null where it was changed since, or sealed under another secret. */
export function unseal(secret: string, sealed: string): unknown {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.length < NONCE + TAG) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", keyFrom(secret), bytes.subarray(0, NONCE));
    decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    const text = Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]);
    return JSON.parse(text.toString());
  } catch {
    return null;
  }
}

// There is one secret a process, and to stretch it takes longer than to open what is sealed.
let last: { secret: string; key: Buffer } | undefined;

function keyFrom(secret: string): Buffer {
  if (last?.secret !== secret) {
    last = { secret, key: Buffer.from(hkdfSync("sha256", secret, "", "belfry sealed settings", 32)) };
  }
  return last.key;
}
