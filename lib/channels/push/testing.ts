import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import type { PushMessage } from "@/lib/core/push-message";

/** A browser that allowed pushes: its subscription, and how it reads what arrives (RFC 8291, written anew here). */
export function aDevice(endpoint: string) {
  const own = createECDH("prime256v1");
  own.generateKeys();
  const secret = randomBytes(16);
  const publicKey = own.getPublicKey();
  return {
    subscription: { endpoint, keys: { p256dh: publicKey.toString("base64url"), auth: secret.toString("base64url") } },
    read(body: Buffer): PushMessage {
      const salt = body.subarray(0, 16);
      const theirs = body.subarray(21, 21 + body.readUInt8(20));
      const sealed = body.subarray(21 + theirs.length);
      const shared = own.computeSecret(theirs);
      const info = Buffer.concat([Buffer.from("WebPush: info\0"), publicKey, theirs]);
      const key = derive(shared, secret, info, 32);
      const decipher = createDecipheriv(
        "aes-128-gcm",
        derive(key, salt, Buffer.from("Content-Encoding: aes128gcm\0"), 16),
        derive(key, salt, Buffer.from("Content-Encoding: nonce\0"), 12),
      );
      decipher.setAuthTag(sealed.subarray(-16));
      const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
      // A single record ends with a 2, and zeros after it.
      return JSON.parse(padded.subarray(0, padded.lastIndexOf(2)).toString("utf8"));
    },
  };
}

/** Who signed a push, if the signature of its `Authorization` is theirs (RFC 8292). */
export function signerOf({ authorization }: IncomingHttpHeaders) {
  const [, token = "", publicKey = ""] = /^vapid t=([^,]+), ?k=(.+)$/.exec(authorization ?? "") ?? [];
  const [head = "", claims = "", signature = ""] = token.split(".");
  const point = Buffer.from(publicKey, "base64url");
  const [x, y] = [point.subarray(1, 33).toString("base64url"), point.subarray(33).toString("base64url")];
  const key = createPublicKey({ key: { kty: "EC", crv: "P-256", x, y }, format: "jwk" });
  const signed = Buffer.from(`${head}.${claims}`);
  const isTheirs = verify("sha256", signed, { key, dsaEncoding: "ieee-p1363" }, Buffer.from(signature, "base64url"));
  return { publicKey, isTheirs, claims: JSON.parse(Buffer.from(claims, "base64url").toString()) };
}

function derive(key: Buffer, salt: Buffer, info: Buffer, length: number): Buffer {
  return Buffer.from(hkdfSync("sha256", key, salt, info, length));
}
