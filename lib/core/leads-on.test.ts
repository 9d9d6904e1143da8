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
