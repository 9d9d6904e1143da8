import { expect, signIn, test } from "./fixtures";

test("makes a group, fills it, says who is what, and deletes it (R73, R90)", async ({ page, person, api }) => {
  const boss = await person("Barbara Liskov", "super_admin");
  const ada = await person("Ada Lovelace");
  const id = `night-${boss.id}`;
  await signIn(page, boss, "/admin/groups");
  await page.getByRole("button", { name: "New group" }).click();
  const dialog = page.getByRole("dialog", { name: "New group" });
  await dialog.getByRole("textbox", { name: "Name" }).fill(`Night ${boss.id}`);
  await dialog.getByRole("textbox", { name: "Id" }).fill(id);
  await dialog.getByRole("button", { name: "Create" }).click();
  await expect(page.getByRole("heading", { name: `Night ${boss.id}`, level: 1 })).toBeVisible();
  await expect(page.getByText("Nobody yet")).toBeVisible();

  await page.getByRole("button", { name: "Add people" }).click();
  await page.getByRole("searchbox", { name: "Find people to add" }).fill(ada.id);
  const found = page.getByRole("listitem").filter({ hasText: ada.email });
  await found.getByRole("button", { name: "Add Ada Lovelace" }).click();
  await expect(page.getByText("In the group")).toBeVisible();
  await expect(page.getByRole("button", { name: "Done" }), "nearest to what is no longer there (U29)").toBeFocused();
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByRole("checkbox", { name: "Manager: Ada Lovelace" }).click();
  await expect(page.getByRole("combobox", { name: "As what" })).toContainText("Managers (1)");
  const members = async () => (await (await api.send("GET", `/groups/${id}`)).json()).members;
  expect(await members()).toEqual([{ user: ada.id, main: true, manager: true }]);
  await page.getByRole("button", { name: "Remove Ada Lovelace" }).click();
  await expect.poll(members).toEqual([]);
  await expect(page.getByRole("button", { name: "Add people" })).toBeFocused();
  await expect(page.getByText("Nobody found"), "nobody was asked for").toBeHidden();
  await expect(page.getByText("Nobody yet")).toBeVisible();

  await page.getByRole("button", { name: "Delete group" }).click();
  await page.getByRole("textbox", { name: /^Type Night/ }).fill(`night ${boss.id}`);
  await page.getByRole("dialog").getByRole("button", { name: "Delete group" }).click();
  await expect(page).toHaveURL(/\/admin\/groups$/);
  expect((await api.send("GET", `/groups/${id}`)).status).toBe(404);
});
