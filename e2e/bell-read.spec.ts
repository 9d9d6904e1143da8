import { act, expectUnread, itemIn, openBell } from "./bell";
import { changeSaved } from "./change-saved";
import { dealFor, exportFor } from "./events";
import { expect, signIn, test } from "./fixtures";

test("marks one as read and as unread again", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await api.post(dealFor(ada, "ACME renewal"));
  await api.post(dealFor(ada, "Northwind expansion"));
  await signIn(page, ada);
  const item = itemIn(await openBell(page), /ACME renewal/);
  await expect(item).toContainText("Unread");
  await act(page, item, "Mark as read");
  await expectUnread(page, 1);
  await expect(item).not.toContainText("Unread");
  await api.expectUnread(ada.id, 1);
  await act(page, item, "Mark as unread");
  await expectUnread(page, 2);
  await api.expectUnread(ada.id, 2);
});

test("does not make an item jump away when it is read", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  for (const title of ["First", "Second", "Third"]) await api.post(dealFor(ada, title));
  await signIn(page, ada);
  const panel = await openBell(page);
  const before = await panel.getByRole("heading", { level: 3 }).allTextContents();
  await act(page, itemIn(panel, /Second/), "Mark as read");
  await expectUnread(page, 2);
  expect(await panel.getByRole("heading", { level: 3 }).allTextContents()).toEqual(before);
});

test("undoes Mark as read by its message", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await api.post(dealFor(ada, "ACME renewal"));
  await signIn(page, ada);
  await act(page, itemIn(await openBell(page), /ACME renewal/), "Mark as read");
  await expectUnread(page, 0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expectUnread(page, 1);
  await api.expectUnread(ada.id, 1);
});

test("marks all as read, in every tab, and takes it back (U8)", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await api.post(dealFor(ada, "ACME renewal"));
  await api.post(exportFor(ada, "Q4 customers"));
  await signIn(page, ada);
  const panel = await openBell(page);
  await act(page, itemIn(panel, /ACME renewal/), "Mark as read");
  await expectUnread(page, 1);
  await panel.getByRole("button", { name: "Mark all as read" }).click();
  await expectUnread(page, 0);
  await api.expectUnread(ada.id, 0);

  await page.getByRole("button", { name: "Undo" }).click();
  // Only what this click marked: the deal was read before.
  await expectUnread(page, 1);
  await expect(itemIn(panel, /Q4 customers/)).toContainText("Unread");
  await expect(itemIn(panel, /ACME renewal/)).not.toContainText("Unread");
  await api.expectUnread(ada.id, 1);
});

test("leaves unread what arrives while all are marked (F41)", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  for (const title of ["First", "Second", "Third"]) await api.post(dealFor(ada, title));
  await signIn(page, ada);
  const panel = await openBell(page);
  let letGo = () => {};
  const arrived = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route("/inbox", async (route) => {
    if (route.request().method() === "POST") await arrived;
    await route.continue();
  });
  const answered = changeSaved(page, "/inbox");
  await panel.getByRole("button", { name: "Mark all as read" }).click();
  await expectUnread(page, 0);
  await api.post(dealFor(ada, "Fourth"));
  await expectUnread(page, 1);
  letGo();
  await answered;

  await expect.poll(unreadTitles).toEqual(["Grace Hopper assigned you Fourth"]);
  await expectUnread(page, 1);
  await page.reload();
  await expectUnread(page, 1);

  async function unreadTitles() {
    return (await api.notifications(ada.id)).data.filter(({ read_at }) => !read_at).map(({ title }) => title);
  }
});

test("puts the item back and says why when the server refuses (U7)", async ({ page, person, api, faults }) => {
  faults.expectAlso(/Failed to load resource|ERR_FAILED/);
  const ada = await person("Ada Lovelace");
  await api.post(dealFor(ada, "ACME renewal"));
  await signIn(page, ada);
  await page.route("/inbox", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
  const item = itemIn(await openBell(page), /ACME renewal/);
  await act(page, item, "Mark as read");
  await expect(page.getByText("Not marked as read")).toBeVisible();
  await expect(item).toContainText("Unread");
  await expectUnread(page, 1);
});
