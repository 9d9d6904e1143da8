import { createHash, randomBytes } from "node:crypto";

/** 256 bits that open `/setup` once. Only the hash is kept. */
export function newSetupToken(): { token: string; hash: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, hash: hashSetupToken(token) };
}

export function hashSetupToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
