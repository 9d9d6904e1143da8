import webPush from "web-push";

/** A new pair to sign pushes with (RFC 8292), in base64url. */
export function newVapidKeys(): { publicKey: string; privateKey: string } {
  return webPush.generateVAPIDKeys();
}
