import { keepAsleep } from "./asleep";
import { expect, signIn, test } from "./fixtures";
import { allOf, searchOf, sectionOf, topicOf } from "./preferences";

const EMAIL = "/settings/notifications/email";

test("opens what matches, marks the match, and says how many (R49)", async ({ page, person }) => {
  await signIn(page, await person("Ada Lovelace"), EMAIL);
  const status = page.getByRole("status");
  await searchOf(page).fill("deal");
  await expect(status.filter({ hasText: "3 topics match" })).toHaveCount(1);
  await expect(sectionOf(page, "Deals")).toHaveAttribute("aria-expanded", "true");
  await expect(page.getByRole("main").getByRole("button", { name: "Tickets", exact: true })).toHaveCount(0);
  await expect(topicOf(page, "Deal assigned to you")).toBeVisible();
  expect(await page.locator("label mark").allTextContents()).toEqual(["Deal", "Deal", "deal"]);

  await searchOf(page).fill("deal assigned");
  await expect(status.filter({ hasText: "1 topic matches" })).toHaveCount(1);
  await expect(page.getByRole("checkbox", { name: "All shown of Deals" })).toBeChecked();
  await sectionOf(page, "Deals").click();
  await expect(topicOf(page, "Deal assigned to you")).toHaveCount(0);

  await searchOf(page).fill("");
  await expect(sectionOf(page, "Deals")).toHaveAttribute("aria-expanded", "false");
  await expect(allOf(page, "Tickets")).toBeVisible();
});

test("ignores case and accents", async ({ page, person, api }) => {
  await api.send("PUT", "/topics/cafe.opened", { name: "Café réouvert", media: ["email"] });
  await signIn(page, await person("Ada Lovelace"), EMAIL);
  await searchOf(page).fill("CAFE REOUV");
  await expect(page.locator("label mark")).toHaveText(["Café", "réouv"]);
});

test("offers to clear a search that finds nothing, and gives the field the focus", async ({ page, person }) => {
  await signIn(page, await person("Ada Lovelace"), EMAIL);
  await searchOf(page).fill("xylophone");
  await expect(page.getByRole("status").filter({ hasText: "No topic matches" })).toHaveCount(1);
  await expect(page.getByRole("main").getByRole("checkbox")).toHaveCount(0);
  await page.getByRole("button", { name: "Clear search" }).click();
  await expect(searchOf(page)).toHaveValue("");
  await expect(searchOf(page)).toBeFocused();
  await expect(sectionOf(page, "Deals")).toBeVisible();
});

test("never finds what a gate hides (R57, R58)", async ({ page, another, person, api }) => {
  const [ada, root] = [await person("Ada Lovelace"), await person("Grace Hopper", "super_admin")];
  await signIn(page, ada, EMAIL);
  for (const hidden of ["payment", "payout", "form"]) {
    await searchOf(page).fill(hidden);
    await expect(page.getByRole("status").filter({ hasText: "No topic matches" })).toHaveCount(1);
  }
  expect(await page.content()).not.toMatch(/payout|Form submitted/i);

  await api.send("PUT", `/users/${ada.id}`, { permissions: ["forms"] });
  await searchOf(page).fill("form submitted");
  await expect(topicOf(page, "Form submitted")).toBeVisible();

  const other = await another();
  await signIn(other, root, EMAIL);
  await searchOf(other).fill("payout");
  await expect(topicOf(other, "Payout created")).toBeVisible();
});

test("looks for what was typed before the page was awake (U14)", async ({ asResident }) => {
  const page = await asResident("busy");
  const wake = await keepAsleep(page);
  await page.goto(EMAIL, { waitUntil: "commit" });
  await searchOf(page).fill("mentioned");
  wake();
  await expect(page.locator("mark").first()).toBeVisible();
  await expect(searchOf(page)).toHaveValue("mentioned");
});
