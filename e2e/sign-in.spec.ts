import type { Page } from "@playwright/test";
import { bellOf } from "./bell";
import { expect, type Person, test } from "./fixtures";
import { tabTo } from "./tab-to";

test("lets a person in by keyboard alone (U29)", async ({ page, person }) => {
  const ada = await person("Ada Lovelace");
  await page.goto("/");
  await tabTo(page, page.getByRole("textbox", { name: "Email" }));
  await page.keyboard.type(ada.email);
  await tabTo(page, page.getByRole("textbox", { name: "Password" }));
  await page.keyboard.type(ada.password);
  await page.keyboard.press("Enter");
  await expect(bellOf(page)).toBeVisible();
  await expect(page).toHaveURL("/inbox");
});

test("shows and hides the password by keyboard (U28)", async ({ page }) => {
  await page.goto("/sign-in");
  const password = page.getByRole("textbox", { name: "Password" });
  await password.fill("plum kettle");
  await tabTo(page, page.getByRole("button", { name: "Show password" }));
  await page.keyboard.press("Enter");
  await expect(password).toHaveAttribute("type", "text");
  await page.keyboard.press("Enter");
  await expect(password).toHaveAttribute("type", "password");
});

test("says the same of a wrong password and of nobody's address (S17)", async ({ page, person }) => {
  const ada = await person("Ada Lovelace");
  const known = await refusal(page, { ...ada, password: "not the one at all" });
  const unknown = await refusal(page, { ...ada, email: "nobody@example.com" });
  expect(known).toContain("Email or password is not right.");
  expect(unknown).toBe(known);
});

test("keeps the address and ties the fault to both fields (U28)", async ({ page, person }) => {
  const ada = await person("Ada Lovelace");
  await refusal(page, { ...ada, password: "not the one at all" });
  const [email, password] = ["Email", "Password"].map((name) => page.getByRole("textbox", { name }));
  await expect(email!).toHaveValue(ada.email);
  await expect(password!).toHaveValue("");
  for (const field of [email!, password!]) {
    await expect(field).toHaveAccessibleDescription("Email or password is not right.");
  }
});

test("lets password managers fill it in (U28)", async ({ page }) => {
  await page.goto("/sign-in");
  await expect(page.getByRole("textbox", { name: "Email" })).toHaveAttribute("autocomplete", "username");
  await expect(page.getByRole("textbox", { name: "Password" })).toHaveAttribute("autocomplete", "current-password");
});

test("leads back to the page that was asked for", async ({ page, person }) => {
  const ada = await person("Ada Lovelace");
  await page.goto("/inbox?show=unread");
  await fillIn(page, ada);
  await expect(page).toHaveURL("/inbox?show=unread");
  await expect(bellOf(page)).toBeVisible();
});

test("leads nobody elsewhere, whatever the address says (S9)", async ({ another, person }) => {
  const ada = await person("Ada Lovelace");
  for (const elsewhere of ["//evil.example/", "https://evil.example/", "/\\evil.example/", "/.//evil.example/"]) {
    const page = await another();
    await page.goto(`/sign-in?to=${encodeURIComponent(elsewhere)}`);
    await fillIn(page, ada);
    await expect(page, elsewhere).toHaveURL("/inbox");
  }
});

test("takes who is signed in past the door", async ({ asResident }) => {
  const page = await asResident("quiet");
  await page.goto("/sign-in?to=/settings/devices");
  await expect(page).toHaveURL("/settings/devices");
});

test.describe("before scripts run", () => {
  test.use({ javaScriptEnabled: false });

  test("signs in all the same, and no password gets into an address", async ({ page, person }) => {
    const ada = await person("Ada Lovelace");
    const addresses: string[] = [];
    page.on("request", (request) => addresses.push(request.url()));
    await page.goto("/sign-in");
    await fillIn(page, ada);
    await expect(bellOf(page)).toBeVisible();
    expect(addresses.filter((address) => /plum|password/i.test(address))).toEqual([]);
  });
});

async function fillIn(page: Page, { email, password }: Person) {
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** All that the page says after a sign-in that failed, without what was typed. */
async function refusal(page: Page, person: Person): Promise<string> {
  await page.goto("/sign-in");
  await fillIn(page, person);
  await expect(page.getByRole("alert").filter({ hasText: /./ })).toBeVisible();
  return (await page.getByRole("main").textContent()) ?? "";
}
