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
