import { expect, signIn, test } from "./fixtures";

test("finds somebody, changes what they may and where they belong, deactivates and erases them (S28)", async ({
  page,
  person,
  api,
}) => {
  const boss = await person("Barbara Liskov", "super_admin");
  const ada = await person("Ada Lovelace");
  const group = `night-${ada.id}`;
  await api.putGroup(group, `Night watch ${ada.id}`, []);
  await signIn(page, boss, "/admin/people");
  const list = page.getByRole("list", { name: "People" });
  await page.getByRole("searchbox", { name: "Search people" }).fill(ada.id.toUpperCase());
  await expect(list.getByRole("listitem")).toHaveCount(1);
  await expect(page).toHaveURL(/search=/);
  await list.getByRole("link", { name: "Ada Lovelace" }).click();
  await expect(page.getByRole("heading", { name: "Ada Lovelace", level: 1 })).toBeVisible();

  await page.getByRole("textbox", { name: "Email" }).fill("nobody");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("textbox", { name: "Email" })).toBeFocused();
  await expect(page.getByText("Use an email address.")).toBeVisible();
  await page.getByRole("textbox", { name: "Email" }).fill(`${ada.id}@new.example`);
  await page.getByRole("combobox", { name: "Role" }).selectOption("Admin");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();

  await page.getByRole("checkbox", { name: `Night watch ${ada.id}`, exact: true }).click();
  await page.getByRole("checkbox", { name: `Manager of Night watch ${ada.id}` }).click();
  await page.getByRole("button", { name: "Save groups" }).click();
  await expect(page.getByText("Groups saved")).toBeVisible();
  const exported = await page.request.get(`/admin/people/${ada.id}/export`);
  expect(await exported.json()).toMatchObject({
    tables: { users: [{ email: `${ada.id}@new.example`, role: "admin" }], group_members: [{ manager: true }] },
  });

  await page.getByRole("button", { name: "Deactivate" }).click();
  await expect(page.getByRole("button", { name: "Activate again" })).toBeVisible();
  await page.getByRole("button", { name: "Erase person" }).click();
  const dialog = page.getByRole("dialog", { name: "Erase Ada Lovelace?" });
  await expect(dialog.getByRole("button", { name: "Erase person" })).toHaveAttribute("aria-disabled", "true");
  await dialog.getByRole("textbox", { name: `Type ${ada.id} to erase this person` }).fill(ada.id);
  await dialog.getByRole("button", { name: "Erase person" }).click();
  await expect(page).toHaveURL(/\/admin\/people$/);
  expect((await api.send("GET", `/users/${ada.id}`)).status).toBe(404);
});

test("makes somebody by hand, and says which field is wrong", async ({ page, person }) => {
  const boss = await person("Barbara Liskov", "super_admin");
  await signIn(page, boss, "/admin/people/new");
  await page.getByRole("textbox", { name: "Id" }).fill(boss.id);
  await page.getByRole("textbox", { name: "Name" }).fill("Cy Twombly");
  await page.getByRole("textbox", { name: "Email" }).fill(`cy-${boss.id}@example.com`);
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect(page.getByText("Somebody has this id already.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Id" })).toBeFocused();
  await page.getByRole("textbox", { name: "Id" }).fill(`cy-${boss.id}`);
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Cy Twombly", level: 1 })).toBeVisible();
});
