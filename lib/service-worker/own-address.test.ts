import { expect, test } from "vitest";
import { ownAddress } from "./own-address";

const OURS = "https://bell.example.com";

test.each(["/n/ntf_1", "/settings/notifications/check", "/inbox?show=unread"])("%s is a page of ours", (path) => {
  expect(ownAddress(path, OURS)).toBe(OURS + path);
});

test.each([
  ...["https://evil.test/", "//evil.test/n/1", "/\\evil.test", "\\\\evil.test", "http://bell.example.com/"],
  ...["https://bell.example.com@evil.test/", "https://bell.example.com:8443/", "https://me:pass@bell.example.com/n/1"],
  ...[
    "javascript:alert(1)",
    "data:text/html,x",
    `blob:${OURS}/x`,
    "/api/auth/signout",
    "//bell.example.com/api/v1",
    "/_next/x",
  ],
  ...["", null, undefined, 7, {}, "https://"],
])("%j leads home (S33)", (wanted) => {
  expect(ownAddress(wanted, OURS)).toBe(`${OURS}/inbox`);
});

test("a path of ours that looks like a foreign host stays ours", () => {
  expect(ownAddress(`${OURS}//evil.test`, OURS)).toBe(`${OURS}//evil.test`);
});
