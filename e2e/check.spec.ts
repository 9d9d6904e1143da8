import { expect, test } from "./fixtures";

test("says of each channel whether it reaches me, and sends a test on request (R92, R93)", async ({ asResident }) => {
  const page = await asResident("quiet");
  await page.goto("/settings/notifications/check");
  const channel = (name: string) =>
    page.getByRole("listitem").filter({ has: page.getByRole("heading", { name, level: 3 }) });
  await expect(channel("Bell").first()).toContainText("What comes now comes through.");
  await expect(channel("Mobile push").first()).toContainText("No device is allowed yet. Allow a device");
  await page.getByRole("button", { name: "Send me a test by email" }).click();
  await expect(page.getByText("Kept in the local outbox: no mail provider is configured")).toBeVisible();
  await page.getByRole("link", { name: "Allow a device" }).click();
  await expect(page).toHaveURL("/settings/notifications/mobile-app?channel=push");
});
