import { bellOf } from "./bell";
import { expect, test } from "./fixtures";
import { expectFits } from "./looks";
import { type Server, startServer } from "./server";

// A Belfry of its own: elsewhere nobody may become its super admin.
let fresh: Server;
test.beforeEach(async () => {
  fresh = await startServer();
});
test.afterEach(async () => {
  expect(await fresh.stop()).toBe(0);
});

test("makes the first super admin by the printed link, which opens once (S35)", async ({ page, another, faults }) => {
  // The server may be stopped while the page still connects.
  faults.expectAlso(/WebSocket/);
  const link = await setupLink();
  await page.goto(link);
  await page.getByRole("textbox", { name: "Name" }).fill("Ada Lovelace");
  await page.getByRole("textbox", { name: "Email" }).fill("ada@example.com");
  await page.getByRole("textbox", { name: "Password" }).fill("plum kettle orbit seven");
  await page.getByRole("button", { name: "Create super admin" }).click();
  await expect(bellOf(page)).toBeVisible();

  const second = await another();
  expect((await second.request.get(link)).status()).toBe(404);
});

test("refuses a password that is too short or that others would try first (S16)", async ({ page }) => {
  await page.goto(await setupLink());
  await page.getByRole("textbox", { name: "Name" }).fill("Ada Lovelace");
  await page.getByRole("textbox", { name: "Email" }).fill("ada@example.com");
  const password = page.getByRole("textbox", { name: "Password" });
  const create = page.getByRole("button", { name: "Create super admin" });

  await password.fill("elevenchars");
  await create.click();
  expect(await password.evaluate((field: HTMLInputElement) => field.validity.tooShort)).toBe(true);

  await password.fill("password1234");
  await create.click();
  await expect(password).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByRole("textbox", { name: "Email" })).toHaveValue("ada@example.com");
});

test("does not exist for any other token", async ({ page }) => {
  for (const path of ["/setup", "/setup?token=", "/setup?token=guess"]) {
    expect((await page.request.get(`${fresh.url}${path}`)).status()).toBe(404);
  }
});

test("axe finds nothing in either theme, and nothing scrolls sideways (U31)", async ({ page }) => {
  await page.goto(await setupLink());
  await expect(page.getByRole("heading", { name: "Set up Belfry" })).toBeVisible();
  await expectFits(page, { thorough: true });
});

async function setupLink(): Promise<string> {
  const [link] = (await fresh.output()).match(/http\S+\/setup\?token=\S+/) ?? [];
  return link!;
}
