import type { Page } from "@playwright/test";
import { dealFor } from "./events";
import { expect, signIn, test } from "./fixtures";

test("keeps every filter that is chosen while the answer to the one before is awaited (U10)", async ({
  page,
  person,
  api,
}) => {
  const boss = await person("Barbara Liskov", "super_admin");
  await api.decided(await api.post(dealFor(boss, "ACME renewal")));
  await signIn(page, boss, "/admin/activity");
  const arrive = await holdAnswers(page, /\/admin\/activity\?.*_rsc=/);
  const [topic, status] = [
    page.getByRole("combobox", { name: "Topic" }),
    page.getByRole("combobox", { name: "Status" }),
  ];
  await topic.selectOption("Deal assigned to you");
  await expect(topic).toHaveValue("deals.assigned");
  await status.selectOption("Processed");
  await expect(status).toHaveValue("processed");
  arrive();
  await expect(page).toHaveURL(/\?topic=deals\.assigned&status=processed$/);
});

test("takes a day that is typed by keyboard (U29)", async ({ page, person }) => {
  await signIn(page, await person("Barbara Liskov", "super_admin"), "/admin/activity");
  await page.getByLabel("From").focus();
  await page.keyboard.type("11222026", { delay: 120 });
  await expect(page).toHaveURL(/\?from=2026-11-22$/);
  await expect(page.getByLabel("From")).toHaveValue("2026-11-22");
  await expect(page.getByLabel("From")).toBeFocused();
});

/** Answers to requests whose address matches come once the function it answers is called. */
async function holdAnswers(page: Page, address: RegExp): Promise<() => void> {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route(address, async (route) => {
    await arrived;
    await route.continue().catch(() => {});
  });
  return arrive;
}
