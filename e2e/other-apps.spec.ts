import { expect, type Page, takeSession, test } from "./fixtures";
import { expectFits } from "./looks";

const ADDRESS = "/settings/notifications/other-apps";

test("a webhook is connected with a secret shown once, tested in words, given another secret and taken away", async ({
  page,
  person,
}) => {
  await takeSession(page, await person("Ada Lovelace"));
  await page.goto(ADDRESS);
  const row = rowOf(page, "Webhook");
  const address = row.getByRole("textbox", { name: "Address of your webhook" });
  await row.getByRole("button", { name: "Connect Webhook" }).click();
  await expect(row.getByRole("alert")).toHaveText("Paste an address first.");
  await address.fill("https://127.0.0.1/hook");
  await address.press("Enter");
  await expect(row.getByRole("alert")).toHaveText("This address is inside a private network.");
  await address.fill("https://hooks.invalid/belfry");
  await address.press("Enter");

  const secret = row.getByRole("region", { name: "Signing secret" });
  await expect(secret).toContainText("whsec_");
  const first = await secret.locator("code").textContent();
  await secret.getByRole("button", { name: "I have kept it" }).click();
  await expect(secret).toBeHidden();
  await expect(row).toContainText("Connected · hooks.invalid · nothing sent yet");

  await row.getByRole("button", { name: "Send a test" }).click();
  await expect(row.getByRole("status")).toHaveText(/hooks\.invalid/, { timeout: 20_000 });
  await expect(row).toContainText("Not arriving");
  await page.setViewportSize({ width: 320, height: 800 });
  await expectFits(page);

  await row.getByRole("button", { name: "New secret" }).click();
  await expect(secret).toContainText("whsec_");
  expect(await secret.locator("code").textContent()).not.toBe(first);
  await page.reload();
  await expect(row).toContainText("hooks.invalid");
  await expect(page.getByText("whsec_")).toHaveCount(0);

  await row.getByRole("button", { name: "Disconnect" }).click();
  const dialog = page.getByRole("dialog", { name: "Disconnect Webhook?" });
  await dialog.getByRole("button", { name: "Disconnect" }).click();
  await expect(dialog).toBeHidden();
  await expect(address).toBeVisible();
});

test("Slack says who can set it up, and lets super admins do that in place", async ({ asResident }) => {
  const member = await asResident("quiet");
  await member.goto(ADDRESS);
  await expect(rowOf(member, "Slack")).toContainText("Slack is not set up for your company yet.");
  await expect(member.getByRole("region", { name: "Slack for your company" })).toHaveCount(0);

  const boss = await asResident("boss");
  await boss.goto(ADDRESS);
  const setup = boss.getByRole("region", { name: "Slack for your company" });
  await setup.getByRole("button", { name: "Set up Slack" }).click();
  await setup.getByRole("button", { name: "Save the token" }).click();
  await expect(setup.getByRole("alert")).toHaveText("Paste the bot's token.");
  await setup.getByRole("button", { name: "Cancel" }).click();
  await expect(setup).toContainText("not set up");
});

function rowOf(page: Page, channel: string) {
  return page.getByRole("listitem").filter({ has: page.getByRole("switch", { name: channel, exact: true }) });
}
