import { expect, signIn, test, whileArriving } from "./fixtures";
import { searchOf, sectionOf, topicOf } from "./preferences";

test("arrives at exactly the topic that a link names, focused and in sight (R12, U17)", async ({ page, person }) => {
  await signIn(page, await person("Ada Lovelace"), "/settings/notifications/desktop?topic=tickets.status_changed");
  const topic = topicOf(page, "Ticket you own or follow changed status");
  await expect(topic).toBeFocused();
  await expect(topic).toBeInViewport();
  await expect(sectionOf(page, "Tickets")).toHaveAttribute("aria-expanded", "true");
  await expect(sectionOf(page, "Deals")).toHaveAttribute("aria-expanded", "false");
});

test("arrives at exactly the channel that a link names", async ({ page, person }) => {
  await signIn(page, await person("Ada Lovelace"), "/settings/notifications/other-apps?channel=webhook");
  await expect(page.getByRole("switch", { name: "Webhook" })).toBeFocused();
});

test("takes a link to a topic that is not there for a link to the tab", async ({ page, person }) => {
  await signIn(page, await person("Ada Lovelace"), "/settings/notifications/email?topic=payments.payout_created");
  await expect(page.getByRole("heading", { name: "What you get notified about" })).toBeVisible();
  await expect(searchOf(page)).toHaveValue("");
});

test("leads from the user menu to Settings, with its list at the left or, on a phone, in a select (R45)", async ({
  page,
  person,
}) => {
  await signIn(page, await person("Ada Lovelace"));
  await page.getByRole("button", { name: "Ada Lovelace" }).click();
  await page.getByRole("menuitem", { name: "Settings" }).click();
  await expect(page).toHaveURL("/settings/notifications/email");
  const list = page.getByRole("navigation", { name: "Settings" });
  await expect(list.getByRole("link", { name: "Notifications" })).toHaveAttribute("aria-current", "page");
  await list.getByRole("link", { name: "Devices" }).click();
  await expect(page).toHaveURL("/settings/devices");
  await page.setViewportSize({ width: 390, height: 800 });
  await expect(list.getByRole("link")).toHaveCount(0);
  await list.getByRole("combobox", { name: "Settings" }).selectOption("Notifications");
  await expect(page).toHaveURL("/settings/notifications/email");
});

test("has tabs with addresses of their own, moved through by arrows, and back again (U9)", async ({ page, person }) => {
  await signIn(page, await person("Ada Lovelace"), "/settings/notifications/email");
  await page.getByRole("tab", { name: "Email" }).focus();
  for (const [key, name, address] of [
    ["ArrowRight", "Desktop", "desktop"],
    ["End", "Mobile app", "mobile-app"],
    ["ArrowRight", "Email", "email"],
    ["ArrowLeft", "Mobile app", "mobile-app"],
    ["Home", "Email", "email"],
    ["ArrowRight", "Desktop", "desktop"],
  ] as const) {
    await page.keyboard.press(key);
    const tab = page.getByRole("tab", { name, exact: true });
    await expect(tab).toBeFocused();
    await expect(tab).toHaveAttribute("aria-selected", "true");
    await expect(page.getByRole("tabpanel", { name })).toBeVisible();
    await expect(page).toHaveURL(`/settings/notifications/${address}`);
  }
  await page.goBack();
  await expect(page.getByRole("tabpanel", { name: "Email" })).toBeVisible();
  await whileArriving(page, () => page.reload());
  await expect(page.getByRole("switch", { name: "Email" })).toBeVisible();
});

test("answers an address that is no tab as not there", async ({ page, person }) => {
  const ada = await person("Ada Lovelace");
  await signIn(page, ada);
  expect((await page.request.get("/settings/notifications/fax")).status()).toBe(404);
});
