import { openBell } from "./bell";
import { expect, signIn, takeSession, test } from "./fixtures";
import { expectAccessible } from "./looks";

test("brings people in from a file, after a look at what is wrong in it; Downloads says when it is done (R62)", async ({
  page,
  person,
  api,
  faults,
}) => {
  faults.expectAlso(/status of 422/);
  const boss = await person("Barbara Liskov", "super_admin");
  const names = ["a", "b", "c"].map((letter) => `${letter}-${boss.id}`);
  const lines = names.map((id) => `${id},${id}@example.com,Person ${id}`);
  const text = ["id,email,name", ...lines, "broken,nobody,Nobody"].join("\r\n");
  await signIn(page, boss, "/admin/import-export");
  const crew = { name: "crew é.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
  await page.getByLabel("File of people").setInputFiles({ ...crew, buffer: Buffer.from("id,phone\nu,1") });
  await expect(page.getByRole("alert").filter({ hasText: "“phone” is none of them" })).toBeVisible();
  await page.getByLabel("File of people").setInputFiles(crew);
  await expect(page.getByRole("heading", { name: "crew é.csv", level: 1 })).toBeVisible();
  await expect(page.getByRole("row", { name: /^5 email Use an email address/ })).toBeVisible();
  await expectAccessible(page);
  expect((await api.send("GET", `/users/${names[0]}`)).status).toBe(404);
  await page.getByRole("button", { name: "Import 3 rows" }).click();
  await expect(page.getByText("Finished: 3 new, 1 left out.")).toBeVisible({ timeout: 15_000 });
  expect(await (await api.send("GET", `/users/${names[2]}`)).json()).toMatchObject({ name: `Person ${names[2]}` });
  const panel = await openBell(page);
  await panel.getByRole("tab", { name: "Downloads", exact: true }).click();
  await expect(panel.getByRole("article", { name: /Your import crew é.csv finished/ })).toBeVisible({
    timeout: 15_000,
  });
});

test("writes those who are shown into a file that only its creator gets, from the page and from Downloads (R7, R61)", async ({
  page,
  person,
  another,
}) => {
  const boss = await person("Barbara Liskov", "super_admin");
  const other = await person("Grace Hopper", "super_admin");
  await signIn(page, boss, `/admin/people?search=${boss.id}`);
  await page.getByRole("button", { name: "Export" }).click();
  const link = page.getByRole("link", { name: /^Download people-/ });
  await expect(link).toBeVisible({ timeout: 15_000 });
  const address = (await link.getAttribute("href")) ?? "";
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  expect(download.suggestedFilename()).toMatch(/^people-\d{4}-\d\d-\d\d\.csv$/);
  const answer = await page.request.get(address);
  expect(answer.headers()["content-disposition"]).toMatch(/^attachment; filename="people-.*\.csv"$/);
  expect((await answer.text()).split("\r\n")).toEqual([
    "id,email,name,role,time_zone,locale,permissions,active",
    `${boss.id},${boss.email},Barbara Liskov,super_admin,,,,yes`,
    "",
  ]);
  const panel = await openBell(page);
  await panel.getByRole("tab", { name: "Downloads", exact: true }).click();
  await expect(panel.getByRole("link", { name: "Download", exact: true })).toHaveAttribute("href", address, {
    timeout: 15_000,
  });
  const elsewhere = await another();
  await takeSession(elsewhere, other);
  expect((await elsewhere.request.get(address)).status()).toBe(404);
});
