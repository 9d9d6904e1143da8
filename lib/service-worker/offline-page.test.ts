import { expect, test } from "vitest";
import { offlinePage } from "./offline-page";

const item = { title: "Ada", body: "", origin: "Deals", createdAt: "2026-11-21T12:00:00Z", readAt: null };

test("shows what was kept, says as of when, and marks what was not read", () => {
  const page = offlinePage({ at: "2026-11-21T14:03:00Z", items: [item, { ...item, readAt: item.createdAt }] });
  expect(page).toContain("These are the last 2 notifications as of 21 Nov 2026");
  expect(page.match(/<li/g)).toHaveLength(2);
  expect(page.match(/aria-label="Unread"/g)).toHaveLength(1);
});

test("says so when nothing was kept", () => {
  for (const kept of [null, { at: "2026-11-21T14:03:00Z", items: [] }])
    expect(offlinePage(kept)).toMatch(/nothing was kept to read(?![\s\S]*<ul)/);
});

test("a text stays a text, whoever wrote it (S8)", () => {
  const evil = `"><script>alert(1)</script><img src=x onerror='alert(1)'>`;
  const page = offlinePage({
    at: evil,
    items: [{ ...item, title: evil, body: evil, origin: evil, createdAt: evil }],
  });
  expect(page).not.toMatch(/<(script|img)/);
  expect(page).toContain("&#60;script&#62;");
});
