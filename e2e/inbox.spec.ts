import { act, expectUnread, itemIn } from "./bell";
import { appMessageFor, dealFor } from "./events";
import { expect, signIn, test } from "./fixtures";

test("holds everything that the bell has moved on from, page by page", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await api.send("POST", "/events/batch", {
    events: Array.from({ length: 110 }, (_, number) => dealFor(ada, `Deal ${number}`)),
  });
  await api.expectUnread(ada.id, 110);
  await signIn(page, ada);
  const items = page.getByRole("main").getByRole("article");
  await expect(items).toHaveCount(50);
  // Not scrolled to: the end of the list, once near, asks for more by itself.
  await page.getByRole("button", { name: "Load more" }).dispatchEvent("click");
  await expect(items).toHaveCount(100);
  await page.mouse.move(400, 400);
  await page.mouse.wheel(0, 100_000);
  await expect(page.getByRole("button", { name: "Load more" })).toHaveCount(0);
  await expect(itemIn(page.getByRole("main"), /Deal 0$/)).toBeVisible();
  const titles = await items.getByRole("heading").allTextContents();
  expect(new Set(titles).size).toBe(titles.length);
});

test("lists what is unread, with the choice in the address", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await api.post(dealFor(ada, "First"));
  await api.post(dealFor(ada, "Second"));
  await signIn(page, ada);
  await act(page, itemIn(page.getByRole("main"), /First/), "Mark as read");
  await expectUnread(page, 1);
  await api.expectUnread(ada.id, 1);
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

test("what sleeps says until when and wakes, and what is put away comes back", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  for (const title of ["First", "Second"]) await api.post(dealFor(ada, title));
  await signIn(page, ada);
  const main = page.getByRole("main");
  const show = (name: string) => page.getByRole("navigation", { name: "Filter" }).getByRole("link", { name }).click();

  await itemIn(main, /First/).getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Snooze", exact: true }).click();
  await page.getByRole("menuitem", { name: "Pick a date and time" }).click();
  const dialog = page.getByRole("dialog", { name: "Snooze until" });
  await dialog.getByLabel("Date and time").fill("2020-01-02T03:04");
  await dialog.getByRole("button", { name: "Snooze", exact: true }).click();
  await expect(dialog.getByRole("alert")).toHaveText("Choose a time that is yet to come.");
  await dialog.getByLabel("Date and time").fill("2099-03-04T05:06");
  await dialog.getByRole("button", { name: "Snooze", exact: true }).click();
  await expect(page.getByText(/^Snoozed until Wednesday 4 March/)).toBeVisible();
  await expect(itemIn(main, /First/)).toHaveCount(0);

  await show("Snoozed");
  await expect(itemIn(main, /First/)).toContainText("Snoozed until 4 Mar, 05:06");
  await act(page, itemIn(main, /First/), "Wake now");
  await expect(main).toContainText("Nothing is asleep");
  await show("All");
  await act(page, itemIn(main, /First/), "Archive");
  await expect(itemIn(main, /Second/)).toBeFocused();
  await api.expectUnread(ada.id, 1);
  await show("Archived");
  await act(page, itemIn(main, /First/), "Move to the inbox");
  await expect(main).toContainText("Nothing archived");
  await show("All");
  await expect(itemIn(main, /First/)).toBeVisible();
});

test("searches and filters, with all of it in the address (U9, U10)", async ({ asResident }) => {
  const page = await asResident("busy");
  await page.goto("/inbox");
  const main = page.getByRole("main");
  await page.getByRole("searchbox", { name: "Search notifications" }).fill("acme RENEWAL");
  await expect(main.getByRole("status")).toHaveText("1 found");
  await expect(page).toHaveURL("/inbox?search=acme+RENEWAL");
  await expect(itemIn(main, /ACME renewal/)).toBeVisible();
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await page.getByRole("combobox", { name: "Person" }).selectOption({ label: "Bo Lindqvist" });
  await expect(main).toContainText("Nothing matches");
  await page.reload();
  await expect(page.getByRole("combobox", { name: "Person" })).toHaveValue("Bo Lindqvist");
  await page.getByRole("link", { name: "Show everything" }).click();
  await expect(page).toHaveURL("/inbox");
  await expect(main.getByRole("article")).not.toHaveCount(0);
  await expect(page.getByRole("searchbox", { name: "Search notifications" })).toHaveValue("");
});

test("gathers what is about one record, and changes a running job in place", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  const subject = { type: "deal", id: "acme", title: "ACME renewal" };
  const job = { title: "Fortnox import", progress: 0.62 };
  for (const by of ["Grace Hopper", "Bo Lindqvist", "Grace Hopper"])
    await api.post(dealFor(ada, "ACME renewal", { subject, actor: { name: by } }));
  await api.post({ ...appMessageFor(ada, job.title), update_key: "import-77" });
  await signIn(page, ada);
  const main = page.getByRole("main");
  await expect(main.getByRole("article")).toHaveCount(2);
  await page.getByRole("button", { name: "2 earlier about this" }).click();
  await expect(main.getByRole("article")).toHaveCount(4);
  await page.getByRole("button", { name: "2 earlier about this" }).click();
  const row = itemIn(main, /ACME renewal/);
  await act(page, row, "Archive");
  await expect(page.getByText("3 archived")).toBeVisible();
  await expectUnread(page, 1);

  await expect(itemIn(main, job.title).getByRole("progressbar")).toHaveAttribute("aria-valuenow", "62");
  await api.post({ ...appMessageFor(ada, job.title), data: { ...job, status: "success" }, update_key: "import-77" });
  await expect(itemIn(main, job.title)).toContainText("Done");
  await expect(itemIn(main, job.title).getByRole("progressbar")).toHaveCount(0);
  await expect(main.getByRole("article")).toHaveCount(1);
});
