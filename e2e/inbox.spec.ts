import { act, expectUnread, itemIn } from "./bell";
import { dealFor } from "./events";
import { expect, signIn, test } from "./fixtures";

test("holds everything that the bell has moved on from, page by page", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await api.send("POST", "/events/batch", {
    events: Array.from({ length: 60 }, (_, number) => dealFor(ada, `Deal ${number}`)),
  });
  await expect.poll(async () => (await api.notifications(ada.id)).unread).toBe(60);
  await signIn(page, ada);
  const items = page.getByRole("main").getByRole("article");
  await expect(items).toHaveCount(50);
  await page.getByRole("button", { name: "Load more" }).click();
  await expect(items).toHaveCount(60);
  await expect(page.getByRole("button", { name: "Load more" })).toHaveCount(0);
  const titles = await items.getByRole("heading").allTextContents();
  expect(new Set(titles).size).toBe(60);
});

test("lists what is unread, with the choice in the address", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await api.post(dealFor(ada, "First"));
  await api.post(dealFor(ada, "Second"));
  await signIn(page, ada);
  await act(page, itemIn(page.getByRole("main"), /First/), "Mark as read");
  await expectUnread(page, 1);
  await expect.poll(async () => (await api.notifications(ada.id)).unread).toBe(1);
  await page.getByRole("link", { name: "Unread" }).click();
  await expect(page).toHaveURL("/inbox?show=unread");
  await expect(page.getByRole("main").getByRole("article")).toHaveCount(1);
  await page.reload();
  await expect(itemIn(page.getByRole("main"), /Second/)).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("main").getByRole("article")).toHaveCount(2);
});

test("shows what arrives while it is open", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await signIn(page, ada);
  await expect(page.getByRole("main")).toContainText("Nothing yet");
  await api.post(dealFor(ada, "ACME renewal"));
  await expect(itemIn(page.getByRole("main"), /ACME renewal/)).toBeVisible();
});
