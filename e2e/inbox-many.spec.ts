import { bellOf, expectUnread, itemIn } from "./bell";
import { changeSaved } from "./change-saved";
import { dealFor } from "./events";
import { expect, type Page, signIn, test } from "./fixtures";

test("does one thing to many, and takes it back in one go", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  for (const title of ["First", "Second", "Third"]) await api.post(dealFor(ada, title));
  await signIn(page, ada);
  const main = page.getByRole("main");
  await expect(main.getByRole("article")).toHaveCount(3);
  const tick = (title: RegExp) => itemIn(main, title).getByRole("checkbox").click();
  await tick(/Third/);
  await tick(/First/);
  await expect(main.getByRole("status")).toHaveText("2 selected");
  await page.getByRole("toolbar").getByRole("button", { name: "Archive" }).click();
  await expect(main.getByRole("article")).toHaveCount(1);
  await expect(page.getByText("2 archived")).toBeVisible();
  await expectUnread(page, 1);
  await expect(page.getByRole("checkbox", { name: "Select all shown" })).toBeFocused();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(main.getByRole("article")).toHaveCount(3);

  await page.getByRole("checkbox", { name: "Select all shown" }).click();
  await expect(main.getByRole("status")).toHaveText("3 selected");
  await page.getByRole("toolbar").getByRole("button", { name: "Mark as read" }).click();
  await expectUnread(page, 0);
  await api.expectUnread(ada.id, 0);
});

test("goes through the inbox by single keys, which can be switched off (U29, WCAG 2.1.4)", async ({
  page,
  person,
  api,
}) => {
  const ada = await person("Ada Lovelace");
  for (const title of ["First", "Second", "Third"]) await api.post(dealFor(ada, title));
  await signIn(page, ada);
  const main = page.getByRole("main");
  const focused = (title: RegExp) => expect(itemIn(main, title)).toBeFocused();
  await expectUnread(page, 3);

  await page.keyboard.press("j");
  await focused(/Third/);
  await page.keyboard.press("j");
  await focused(/Second/);
  await page.keyboard.press("ArrowDown");
  await focused(/First/);
  await page.keyboard.press("k");
  await focused(/Second/);
  await page.keyboard.press("u");
  await expectUnread(page, 2);
  await page.keyboard.press("e");
  await focused(/First/);
  await expect(itemIn(main, /Second/)).toHaveCount(0);
  await page.keyboard.press("s");
  await expect(page.getByRole("dialog", { name: "Snooze until" })).toBeVisible();
  await page.keyboard.press("Escape");
  await focused(/First/);
  await page.keyboard.press("x");
  await expect(main.getByRole("status")).toHaveText("1 selected");
  await page.keyboard.press("e");
  await focused(/Third/);

  await page.context().route("https://crm.example/**", (route) => route.fulfill({ body: "the deal" }));
  const opened = page.context().waitForEvent("page");
  await page.keyboard.press("o");
  expect((await opened).url()).toContain("https://crm.example/deals/");
  await page.bringToFront();
  await expectUnread(page, 0);
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox", { name: "Search notifications" })).toBeFocused();

  await bellOf(page).focus();
  await page.keyboard.press("?");
  await switchOff(page);
  await page.reload();
  await expect(itemIn(main, /Third/)).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toHaveCount(0);
  await expect(itemIn(main, /Third/)).not.toBeFocused();
});

async function switchOff(page: Page) {
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  const stored = changeSaved(page, "/inbox");
  await help.getByRole("switch", { name: "Single-key shortcuts" }).press("Space");
  await stored;
  await expect(help.getByRole("switch")).not.toBeChecked();
  await page.keyboard.press("Escape");
  await expect(help).toHaveCount(0);
}
