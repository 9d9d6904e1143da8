import { keepAsleep } from "./asleep";
import { dealFor } from "./events";
import { expect, takeSession, test, whileListening } from "./fixtures";

test("saves what was chosen in a select before the page was awake (U14)", async ({ page, person }) => {
  await takeSession(page, await person("Ada Lovelace"));
  const wake = await keepAsleep(page);
  await page.goto("/settings/notifications/email", { waitUntil: "commit" });
  await page.getByLabel("When", { exact: true }).selectOption("After 10 minutes if still unread");
  wake();
  await expect(page.getByText("An email leaves after 10 minutes if you have not read")).toBeVisible();
});

test("filters by what was chosen before the page was awake (U10)", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await api.decided(await api.post(dealFor(ada, "ACME renewal")));
  await takeSession(page, ada);
  const wake = await keepAsleep(page);
  await page.goto("/settings/notifications/history", { waitUntil: "commit" });
  await page.getByRole("combobox", { name: "Topic" }).selectOption("All of Tickets");
  wake();
  await expect(page.getByText("Nothing matches")).toBeVisible();
  await expect(page).toHaveURL(/\?about=tickets$/);
});

test("keeps what was written and ticked before the page was awake (U28)", async ({ page, person }) => {
  await takeSession(page, await person("Barbara Liskov", "super_admin"));
  const wake = await keepAsleep(page);
  await page.goto("/admin/broadcasts/new", { waitUntil: "commit" });
  await page.getByRole("radio", { name: "At a time" }).check();
  await page.getByRole("checkbox", { name: "By email too" }).uncheck();
  wake();
  await expect(page.getByLabel("Send at")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "By email too" })).not.toBeChecked();

  const wakeAgain = await keepAsleep(page);
  await page.goto("/admin/topics/new", { waitUntil: "commit" });
  await page.getByLabel("Key", { exact: true }).fill("vans.late");
  await page.getByLabel("Title", { exact: true }).fill("A van is late");
  await whileListening(page, async () => wakeAgain());
  await page.getByLabel("Name", { exact: true }).pressSequentially("Van late");
  await expect(page.getByLabel("Key", { exact: true })).toHaveValue("vans.late");
  await expect(page.getByLabel("Title", { exact: true })).toHaveValue("A van is late");
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Van late");
});
