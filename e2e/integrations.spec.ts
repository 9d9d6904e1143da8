import { apiOf } from "./api";
import { dealFor } from "./events";
import { expect, signIn, test } from "./fixtures";
import { expectFits } from "./looks";

test("an app is made with a key that is shown once and works until it is revoked (S14)", async ({
  page,
  person,
  asResident,
  server,
  api,
}) => {
  const boss = await person("Barbara Liskov", "super_admin");
  await signIn(page, boss, "/admin/apps");
  const name = `Vans ${boss.id}`;
  await page.getByRole("button", { name: "New app" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Create app" }).click();
  await expect(dialog.getByRole("alert")).toHaveText("An app needs a name.");
  await dialog.getByRole("textbox", { name: "Name" }).fill(name);
  await page.keyboard.press("Enter");

  const app = page.getByRole("article", { name });
  await expect(app).toContainText("No keys: it cannot post yet.");
  await app.getByRole("button", { name: "New key" }).click();
  await dialog.getByRole("textbox", { name: "Name" }).fill("Production");
  await dialog.getByRole("checkbox", { name: /Read people and groups/ }).click();
  await dialog.getByRole("button", { name: "Create key" }).click();

  const once = app.getByRole("region", { name: "New key" });
  const key = ((await once.locator("pre").textContent()) ?? "").trim();
  expect(key).toMatch(/^bfy_/);
  expect((await apiOf(server.url, key).send("GET", "/users")).status).toBe(200);
  await once.getByRole("button", { name: "I have kept it" }).click();
  await page.reload();
  await expect(app.getByRole("listitem").filter({ hasText: "Production" })).toContainText(
    "events:write, directory:read",
  );
  expect(await page.content()).not.toContain(key);

  // Beside the app that has posted already: what two of them have must be told apart. To somebody else: no pop-up comes
  // and goes while axe looks.
  const ada = await person("Ada Lovelace");
  await api.post(dealFor(ada, "By the first app"));
  await apiOf(server.url, key).post(dealFor(ada, "By the vans"));
  await page.reload();
  await expect(app).toContainText("Posted lately");
  await expectFits(page);

  await app.getByRole("button", { name: "Revoke Production" }).click();
  await dialog.getByRole("button", { name: "Revoke key" }).click();
  await expect(app).toContainText("Production · revoked");
  await expect.poll(async () => (await apiOf(server.url, key).send("GET", "/users")).status).toBe(401);

  const member = await asResident("quiet");
  expect((await member.request.get("/admin/apps")).status()).toBe(404);
});
