import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { leadsOn } from "./leads-on";

test.each([
  "https://crm.example/deals/42",
  "http://crm.example",
  "/inbox",
  "/settings/notifications/email?topic=a.b",
  "/",
])("leads on to %s", (url) => expect(leadsOn(url)).toBe(url));

test.each([
  "/.//evil.example",
  "/x/..//evil.example",
  "/%2f/evil.example",
  "/%5cevil.example",
  "/%09/evil.example",
  "/\u3002/evil.example",
  "/\uff0f\uff0fevil.example",
  "/@evil.example",
])("%j leads to a page of this site, or to none (S9)", (url) => {
  expect(new URL(leadsOn(url) ?? "/", "https://belfry.example").origin).toBe("https://belfry.example");
});

test.each([
  null,
  "//evil.example",
  "/\\evil.example",
  "https:evil.example",
  "https:///evil.example",
  "https://crm.example@evil.example/",
  "https://crm.example:443@evil.example",
  "javascript:alert(1)",
  "data:text/html,x",
  "mailto:ada@example.com",
  "/\tevil",
  "\n//evil.example",
  "/n/ntf_1",
  "/n",
  "/api/auth/signout",
  "",
])("shows the notification instead of %j (S9)", (url) => expect(leadsOn(url)).toBeNull());

test("none of 150 hostile texts is a link that runs anything, as browsers read links (S8)", () => {
  const payloads = readFileSync("e2e/xss-payloads.txt", "utf8").trimEnd().split("\n");
  expect(payloads).toHaveLength(150);
  for (const payload of payloads.filter((one) => leadsOn(one) !== null)) {
    expect(new URL(payload, "https://belfry.example").protocol).toMatch(/^https?:$/);
  }
});
