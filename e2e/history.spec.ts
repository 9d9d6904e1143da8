import { openBell } from "./bell";
import { dealFor } from "./events";
import { expect, type Page, signIn, takeSession, test } from "./fixtures";

const PATH = "/settings/notifications/history";

const entries = (page: Page) =>
  page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading") });
const entry = (page: Page, title: RegExp) => entries(page).filter({ hasText: title });

test("tells what came and what did not, and leads to the setting that decided (R93, U17)", async ({
  page,
  person,
  api,
}) => {
  const ada = await person("Ada Lovelace");
  await api.post(dealFor(ada, "ACME renewal"));
  await api.prefer(ada.id, { topics: { "deals.assigned": { desktop: { enabled: false } } } });
  const id = await api.post(dealFor(ada, "Northwind expansion"));
  await api.decided(id);
  await signIn(page, ada, PATH);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("History");
  await expect(entries(page).getByRole("heading")).toHaveText([/Northwind/, /ACME/]);

  await expect(entry(page, /ACME/)).toContainText("Delivered: “Deal assigned to you” is on for desktop by default.");
  const missed = entry(page, /Northwind/);
  await expect(missed).toContainText("“Deal assigned to you” is off for desktop by your own choice.");
  await missed.getByRole("link", { name: "Change “Deal assigned to you” on desktop" }).click();
  await expect(page).toHaveURL(/\/settings\/notifications\/desktop\?topic=deals\.assigned$/);
  await expect(page.getByRole("checkbox", { name: "Deal assigned to you", exact: true })).toBeFocused();
});

test("filters, keeps the question in the address, and offers the way back (U9, U10)", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await api.post(dealFor(ada, "ACME renewal"));
  const id = await api.post(dealFor(ada, "My own deal", { actor: { user: ada.id } }));
  await api.decided(id);
  await signIn(page, ada, PATH);
  await expect(entries(page)).toHaveCount(2);

  await page.getByRole("combobox", { name: "What came" }).focus();
  await page.getByRole("combobox", { name: "What came" }).selectOption("What did not reach me");
  await expect(entries(page)).toHaveCount(1);
  await expect(entries(page)).toContainText("Nothing was sent: you did this yourself.");
  await expect(page).toHaveURL(/\?show=missed$/);
  await expect(page.getByRole("combobox", { name: "What came" })).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: "1 found" })).toHaveCount(1);

  await page.reload();
  await expect(entries(page)).toHaveCount(1);
  await page.getByRole("combobox", { name: "Reason" }).selectOption("You were not in the app");
  await expect(page.getByText("Nothing matches")).toBeVisible();
  await page.getByRole("link", { name: "Show everything" }).click();
  await expect(entries(page)).toHaveCount(2);
  await expect(page.getByRole("combobox", { name: "What came" })).toHaveValue("all");
  await page.getByRole("combobox", { name: "Topic" }).selectOption("All of Tickets");
  await expect(page.getByText("Nothing matches")).toBeVisible();
});

test("loads more, once each", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  const events = Array.from({ length: 60 }, (_, index) => dealFor(ada, `Deal number ${index}`));
  const answer = await api.send("POST", "/events/batch", { events });
  expect(answer.status).toBe(202);
  const { ids } = (await answer.json()) as { ids: string[] };
  await api.decided(ids.at(-1)!);
  await signIn(page, ada, PATH);
  await expect(entries(page)).toHaveCount(50);
  await page.getByRole("button", { name: "Load more" }).click();
  await expect(entries(page)).toHaveCount(60);
  await expect(page.getByRole("button", { name: "Load more" })).toHaveCount(0);
  const titles = await entries(page).getByRole("heading").allTextContents();
  expect(new Set(titles).size).toBe(60);
});

test("tells nothing of a record that the person may not see, nor of a topic that is not theirs (S1, R58)", async ({
  page,
  person,
  api,
}) => {
  const ada = await person("Ada Lovelace");
  await api.putGroup("board", "Board", []);
  await api.post(dealFor(ada, "Secret merger", { visible_to: { groups: ["board"] } }));
  const id = await api.post(dealFor(ada, "Secret payment", { topic: "payments.failed" }));
  await api.decided(id);
  await signIn(page, ada, PATH);
  await expect(page.getByText("Nothing yet")).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText(/secret/i);
  await expect(page.getByRole("option", { name: "Payment failed" })).toHaveCount(0);
});

test("is for whoever is signed in", async ({ page, person }) => {
  await page.goto(PATH);
  await expect(page).toHaveURL(/\/sign-in/);
  await takeSession(page, await person("Alan Turing"));
  await page.goto(PATH);
  await expect(page.getByText("Nothing yet")).toBeVisible();
});

test("leads from Why this? in the bell to the one setting, and closes the bell (U17)", async ({
  page,
  person,
  api,
}) => {
  const ada = await person("Ada Lovelace");
  await api.post(dealFor(ada, "ACME renewal"));
  await signIn(page, ada);
  const item = (await openBell(page)).getByRole("article");
  await item.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Why this?" }).click();
  await item.getByRole("link", { name: "Change “Deal assigned to you” on desktop" }).first().click();
  await expect(page.getByRole("checkbox", { name: "Deal assigned to you", exact: true })).toBeFocused();
  await expect(page.getByRole("dialog", { name: "Notifications" })).toHaveCount(0);
});
