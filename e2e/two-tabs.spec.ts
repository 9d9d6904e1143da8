import { act, expectUnread, itemIn, openBell } from "./bell";
import { dealFor } from "./events";
import { expect, signIn, test, whileArriving } from "./fixtures";

test("shows in one tab within 2 s what was read in another (I6)", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  for (const title of ["First", "Second", "Third"]) await api.post(dealFor(ada, title));
  await signIn(page, ada);
  const other = await page.context().newPage();
  await whileArriving(other, () => other.goto("/inbox"));
  await expectUnread(other, 3);
  const panel = await openBell(page);

  await act(page, itemIn(panel, /Second/), "Mark as read");
  await expectUnread(other, 2, 2000);
  await panel.getByRole("button", { name: "Mark all as read" }).click();
  await expectUnread(other, 0, 2000);
  await page.getByRole("button", { name: "Undo" }).click();
  await expectUnread(other, 2, 2000);
});

test("shows on one device what was archived on another", async ({ page, another, person, api }) => {
  const ada = await person("Ada Lovelace");
  await api.post(dealFor(ada, "First"));
  await api.post(dealFor(ada, "Second"));
  const phone = await another({ viewport: { width: 390, height: 844 }, hasTouch: true });
  await Promise.all([signIn(page, ada), signIn(phone, ada)]);
  const onPhone = await openBell(phone);
  await act(page, itemIn(await openBell(page), /First/), "Archive");
  await expect(itemIn(onPhone, /First/)).toHaveCount(0);
  await expectUnread(phone, 1);
  // The inbox behind the bell too (U7).
  await expect(itemIn(phone.getByRole("main"), /First/)).toHaveCount(0);
});

test("keeps the bell and the inbox of one page the same", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await api.post(dealFor(ada, "ACME renewal"));
  await signIn(page, ada);
  const inInbox = itemIn(page.getByRole("main"), /ACME renewal/);
  await act(page, inInbox, "Mark as read");
  await expectUnread(page, 0);
  await expect(inInbox).not.toContainText("Unread");
  const inBell = itemIn(await openBell(page), /ACME renewal/);
  await expect(inBell).not.toContainText("Unread");
  await act(page, inBell, "Mark as unread");
  await expectUnread(page, 1);
  await page.keyboard.press("Escape");
  await expect(inInbox).toContainText("Unread");
});
