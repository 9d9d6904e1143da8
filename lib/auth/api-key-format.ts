import { createHash, randomBytes } from "node:crypto";
import { crc32 } from "node:zlib";

const SHAPE = /^bfy_([0-9a-f]{32})_[\w-]{49}$/;
const CHECKSUM_LENGTH = 6;

/**
 * A new key (S14): `bfy_<id>_<32 random bytes><checksum>`. It is shown once; only `hash` is kept. `id` is the id of the
 * row, `key_` and a UUID: a key that leaked into a log can be told and revoked by it.
 */
export function newApiKey(id: string): { key: string; hash: string } {
  const bare = `bfy_${id.replace("key_", "").replaceAll("-", "")}_${randomBytes(32).toString("base64url")}`;
  const key = bare + checksum(bare);
  return { key, hash: hashOf(key) };
}

/** What is kept of `key`; undefined when it cannot be a key: cut off, mistyped, something else. */
export function apiKeyHash(key: string): string | undefined {
  if (!SHAPE.test(key)) return undefined;
  const bare = key.slice(0, -CHECKSUM_LENGTH);
  return key.endsWith(checksum(bare)) ? hashOf(key) : undefined;
}

/** The id in a key, for the log. */
export function apiKeyId(key: string): string | undefined {
  return SHAPE.exec(key)?.[1];
}

function checksum(bare: string): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(bare));
  return bytes.toString("base64url");
}

function hashOf(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}
