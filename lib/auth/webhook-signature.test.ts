import { Webhook } from "standardwebhooks";
import { expect, test } from "vitest";
import { verifyWebhook } from "./webhook-signature";

const secret = `whsec_${Buffer.from("a secret of 24 bytes, ok").toString("base64")}`;
const now = new Date("2026-11-21T12:00:00Z");
const body = '{"type":"email.bounced"}';

function signed({ id = "msg_1", at = now, by = secret, prefix = "svix", of = body } = {}): Headers {
  return new Headers({
    [`${prefix}-id`]: id,
    [`${prefix}-timestamp`]: String(Math.floor(at.getTime() / 1000)),
    [`${prefix}-signature`]: new Webhook(by).sign(id, at, of),
  });
}

test.each(["svix", "webhook"])("takes what the official library signed, under %s- names", (prefix) => {
  expect(verifyWebhook(signed({ prefix }), body, secret, now)).toEqual({ id: "msg_1", sentAt: now });
});

test("takes one good signature among several, as while a secret rotates", () => {
  const headers = signed();
  headers.set("svix-signature", `v1,AAAA v2,xyz ${headers.get("svix-signature")}`);
  expect(verifyWebhook(headers, body, secret, now)).not.toBeNull();
});

test.each<[string, Headers, string]>([
  ["another body", signed(), `${body} `],
  ["another secret", signed({ by: `whsec_${Buffer.from("another secret, 24 bytes").toString("base64")}` }), body],
  ["ten minutes old", signed({ at: new Date(now.getTime() - 600_000) }), body],
  ["ten minutes early", signed({ at: new Date(now.getTime() + 600_000) }), body],
  ["nothing signed", new Headers(), body],
])("refuses %s (S24, F26)", (_, headers, sent) => {
  expect(verifyWebhook(headers, sent, secret, now)).toBeNull();
});

test("refuses a signature of another id or time, and one without its version", () => {
  for (const [name, value] of [
    ["svix-id", "msg_2"],
    ["svix-timestamp", String(now.getTime() / 1000 + 1)],
    ["svix-timestamp", "soon"],
    ["svix-signature", signed().get("svix-signature")!.slice(3)],
    ["svix-signature", "v1,"],
  ]) {
    const headers = signed();
    headers.set(name!, value!);
    expect(verifyWebhook(headers, body, secret, now), name).toBeNull();
  }
});
