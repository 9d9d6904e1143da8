import { createHmac, timingSafeEqual } from "node:crypto";

/** How far the sender's clock may be from ours; milliseconds (S24). */
const TOLERANCE = 5 * 60_000;

/**
 * Checks a Standard Webhooks signature (which Resend sends under its older `svix-` names) over the body as it came.
 * Answers what was signed, or null: forged, of another secret, or more than five minutes old or early.
 */
export function verifyWebhook(
  headers: Headers,
  body: string,
  secret: string,
  now: Date,
): { id: string; sentAt: Date } | null {
  const [id, timestamp, signatures] = ["id", "timestamp", "signature"].map(
    (name) => headers.get(`svix-${name}`) ?? headers.get(`webhook-${name}`),
  );
  if (!id || id.length > 256 || !timestamp || !/^\d{1,12}$/.test(timestamp) || !signatures) return null;
  const sentAt = new Date(Number(timestamp) * 1000);
  if (Math.abs(now.getTime() - sentAt.getTime()) > TOLERANCE) return null;
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const wanted = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest();
  // Several, while the secret rotates.
  const isSigned = signatures.split(" ").some((signature) => {
    const given = signature.startsWith("v1,") ? Buffer.from(signature.slice(3), "base64") : Buffer.alloc(0);
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  });
  return isSigned ? { id, sentAt } : null;
}
