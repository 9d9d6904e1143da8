import { bellOf, expectUnread, itemIn, openBell, panelOf, popupsOf } from "./bell";
import { dealFor } from "./events";
import { expect, signIn, test } from "./fixtures";
import { watchFor } from "./latency";

test("rings for the right person within a second, and stays silent for the others", async ({
  page,
  another,
  person,
  api,
}) => {
  const [ada, bo] = [await person("Ada Lovelace"), await person("Bo Lindqvist")];
  const bos = await another();
  await Promise.all([signIn(page, ada), signIn(bos, bo)]);
  const popup = await watchFor(page, "[aria-label='Pop-up notifications'] article", "ACME renewal");
  const count = await watchFor(page, "header button", "1");

  const posted = Date.now();
  await api.post(dealFor(ada, "ACME renewal"));
  expect((await popup.at) - posted, "milliseconds to the pop-up").toBeLessThan(1000);
  expect((await count.at) - posted, "milliseconds to the count").toBeLessThan(1000);
  await expectUnread(page, 1);
  await expect(itemIn(popupsOf(page), "Grace Hopper assigned you ACME renewal")).toBeVisible();

  // What is his comes after what was not: by now the other would have reached him.
  await api.post(dealFor(bo, "Northwind expansion"));
  await expect(itemIn(popupsOf(bos), "Grace Hopper assigned you Northwind expansion")).toBeVisible();
  await expectUnread(bos, 1);
  await expect(popupsOf(bos).getByRole("article")).toHaveCount(1);
  await expect((await openBell(bos)).getByRole("article")).toHaveCount(1);
});

test("rings for each member of a group once, and not for who did it", async ({ page, another, person, api }) => {
  const [ada, bo] = [await person("Ada Lovelace"), await person("Bo Lindqvist")];
  await api.putGroup("sales", "Sales", [{ user: ada.id }, { user: bo.id }]);
  const bos = await another();
  await Promise.all([signIn(page, ada), signIn(bos, bo)]);
  await api.post(
    dealFor(ada, "ACME renewal", {
      topic: "orders.created",
      recipients: [{ group: "sales" }, { user: ada.id }],
      actor: { user: bo.id },
    }),
  );
  await api.post(dealFor(bo, "Northwind expansion"));
  await expectUnread(page, 1);
  await expect((await openBell(page)).getByRole("article")).toHaveCount(1);
  await expect(popupsOf(bos).getByRole("article")).toHaveCount(1);
  await expectUnread(bos, 1);
});

test("says the count in its name, for 0, 1 and 3 (U1)", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await signIn(page, ada);
  await expectUnread(page, 0);
  await expect(bellOf(page)).toHaveText("");
  await api.post(dealFor(ada, "First"));
  await expectUnread(page, 1);
  await api.post(dealFor(ada, "Second"));
  await api.post(dealFor(ada, "Third"));
  await expectUnread(page, 3);
  await expect(bellOf(page)).toHaveText("3");
});

test("shows 99+ and says the exact number beyond (U1)", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await api.send("POST", "/events/batch", {
    events: Array.from({ length: 120 }, (_, number) => dealFor(ada, `Deal ${number}`)),
  });
  await signIn(page, ada);
  await expectUnread(page, 120);
  await expect(bellOf(page)).toHaveText("99+");
  await expect((await openBell(page)).getByRole("article")).toHaveCount(50);
});

test("counts the same before scripts run and after a reload", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await api.post(dealFor(ada, "ACME renewal"));
  await signIn(page, ada);
  const html = await (await page.request.get("/inbox")).text();
  expect(html).toContain('aria-label="Notifications, 1 unread"');
  await page.reload();
  await expectUnread(page, 1);
  await expect(panelOf(page)).toBeHidden();
});

test("updates one notification in place and makes it unread again, by its key", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await signIn(page, ada);
  const progress = (title: string, part: number) =>
    api.post({
      topic: "apps.message",
      recipients: [{ user: ada.id }],
      update_key: "import-77",
      data: { title, status: "running", progress: part },
    });
  await progress("Fortnox import", 0.2);
  await expectUnread(page, 1);
  const panel = await openBell(page);
  await panel.getByRole("button", { name: "Mark all as read" }).click();
  await expectUnread(page, 0);
  await progress("Fortnox import, second half", 0.62);
  await expectUnread(page, 1);
  await page.keyboard.press("Escape");
  await openBell(page);
  await expect(panel.getByRole("article")).toHaveCount(1);
  const bar = itemIn(panel, "Fortnox import, second half").getByRole("progressbar");
  await expect(bar).toHaveAttribute("aria-valuenow", "62");
});
