import { bellOf, popupsOf } from "./bell";
import { changeSaved } from "./change-saved";
import { dealFor } from "./events";
import { expect, type Page, signIn, test } from "./fixtures";

const PAGE = "/settings/notifications/quiet-hours";

test("a pause keeps pop-ups away, not the bell; a moon says until when (U16)", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await signIn(page, ada);
  const menu = await userMenu(page);
  await menu.getByRole("menuitem", { name: "Pause notifications" }).press("ArrowRight");
  await page.getByRole("menuitem", { name: "For an hour" }).press("Enter");
  const sign = page.getByRole("banner").getByRole("link", { name: /^Paused until (today|tomorrow) \d\d:\d\d$/ });
  await expect(sign).toBeVisible();
  await api.post(dealFor(ada, "Quiet deal"));
  await expect(bellOf(page)).toHaveAccessibleName("Notifications, 1 unread");
  await expect(popupsOf(page).getByRole("article")).toHaveCount(0);

  await (await userMenu(page)).getByRole("menuitem", { name: /^Resume notifications/ }).click();
  await expect(sign).toBeHidden();
  await api.post(dealFor(ada, "Loud deal"));
  await expect(popupsOf(page).getByRole("article")).toHaveCount(1);
});

test("a pause may end at any moment that is yet to come", async ({ page, person }) => {
  await signIn(page, await person("Ada Lovelace"), PAGE);
  const until = page.getByLabel("Until", { exact: true });
  await until.fill("2020-01-01T08:00");
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "yet to come" })).toBeVisible();
  await until.fill("2099-01-01T08:00");
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  await expect(page.getByRole("main").getByText("Paused until Thursday 1 January 08:00, UTC.")).toBeVisible();
  await page.getByRole("button", { name: "Resume notifications" }).click();
  await expect(until).toBeVisible();
});

test("quiet hours by weekday, by keyboard; the page says what will happen", async ({ page, person }) => {
  await signIn(page, await person("Ada Lovelace"), PAGE);
  await expect(page.getByText("No quiet hours.")).toBeVisible();
  const switched = changeSaved(page, PAGE);
  await page.getByRole("checkbox", { name: "Sunday" }).focus();
  await page.keyboard.press("Space");
  await switched;
  await expect(page.getByRole("checkbox", { name: "Sunday" })).toBeChecked();
  await expect(page.getByText("on Monday")).toBeVisible();
  const saved = changeSaved(page, PAGE);
  await page.getByLabel("Sunday from").fill("09:00");
  await page.getByLabel("Sunday to").focus();
  await saved;
  await page.reload();
  await expect(page.getByLabel("Sunday from")).toHaveValue("09:00");
  await expect(page.getByText(/^(Next quiet hours: .* to|Quiet now, until) .*\d\d:\d\d, UTC\.$/)).toBeVisible();
  await page.getByRole("button", { name: "None" }).click();
  await expect(page.getByText("No quiet hours.")).toBeVisible();
});

test("a pause shows in every open tab, and what stays silent while active is the person's to say (R76)", async ({
  page,
  person,
}) => {
  await signIn(page, await person("Ada Lovelace"), PAGE);
  const other = await page.context().newPage();
  await other.goto("/inbox");
  const sign = (tab: Page) => tab.getByRole("banner").getByRole("link", { name: /^Paused until/ });
  await page.getByRole("button", { name: "For an hour" }).click();
  await expect(sign(page)).toBeVisible();
  await expect(sign(other)).toBeVisible();
  await other.close();

  const silent = page.getByRole("group", { name: "Silent while you are active here" });
  await expect(silent.getByRole("checkbox", { name: "Slack" })).toBeChecked();
  const saved = changeSaved(page, PAGE);
  await silent.getByRole("checkbox", { name: "Email" }).click();
  await saved;
  await page.reload();
  await expect(silent.getByRole("checkbox", { name: "Email" })).toBeChecked();
});

async function userMenu(page: Page) {
  await page.getByRole("button", { name: "Ada Lovelace" }).click();
  return page.getByRole("menu").first();
}
