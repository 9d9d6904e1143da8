import { expect, test } from "vitest";
import { ownPath } from "./own-path";

test("keeps a path of this site with its query and its fragment", () => {
  for (const path of ["/", "/inbox", "/inbox?tab=apps&q=a%20b#top", "/n/ntf_1", "/settings/notifications/email"]) {
    expect(ownPath(path)).toBe(path);
  }
});

test("sends nobody to another site", () => {
  const elsewhere = [
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "\t//evil.example",
    " //evil.example",
    "/.//evil.example",
    "/x/..//evil.example",
    "/%2e//evil.example",
    "/./\\evil.example",
    "https:evil.example",
    "https://evil.example",
    "http://localhost:3000@evil.example",
    "@evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "evil.example",
    "",
  ];
  for (const value of elsewhere) expect(ownPath(value)).toBe("/");
  for (const value of [
    "/%2f/evil.example",
    "/%5cevil.example",
    "/\u3002/evil",
    "/\uff0f/evil.example",
    "/@evil.example",
  ]) {
    expect(new URL(ownPath(value), "https://belfry.example").origin).toBe("https://belfry.example");
  }
});

test("does not come back to the door, nor to an endpoint", () => {
  for (const value of ["/sign-in", "/sign-in?to=/sign-in", "/setup", "/api/v1/topics", "/_next/static/x.js"]) {
    expect(ownPath(value)).toBe("/");
  }
});

test("takes nothing but text of a sane length", () => {
  for (const value of [undefined, null, 7, ["/inbox"], {}, `/${"a".repeat(3000)}`]) expect(ownPath(value)).toBe("/");
});
