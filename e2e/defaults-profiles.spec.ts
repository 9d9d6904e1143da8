import { actOn, makeProfile, profileNames } from "./defaults";
import { expect, type Page, signIn, test } from "./fixtures";

test("keeps profiles: make, rename, duplicate, order by keyboard and by pointer, delete by name (R55)", async ({
  page,
  person,
}) => {
  const boss = await person("Barbara Liskov", "super_admin");
  await signIn(page, boss, "/admin/defaults");
  const [north, south] = [`North ${boss.id}`, `South ${boss.id}`];
  await makeProfile(page, north);
  await makeProfile(page, south);
  const ours = async () => (await profileNames(page)).filter((name) => name.includes(boss.id));
  await expect.poll(ours).toEqual([north, south]);

  await page.getByRole("button", { name: "New profile" }).click();
  const dialog = page.getByRole("dialog", { name: "New profile" });
  await dialog.getByRole("textbox", { name: "Name" }).fill(north.toUpperCase());
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("alert")).toContainText("There is a profile named");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "New profile" })).toBeFocused();

  await actOn(page, south, "Rename");
  await page.getByRole("textbox", { name: "Name" }).fill(`Delta ${boss.id}`);
  await page.keyboard.press("Enter");
  await expect.poll(ours).toEqual([north, `Delta ${boss.id}`]);
  await actOn(page, north, "Duplicate");
  await expect.poll(ours).toEqual([north, `Delta ${boss.id}`, `${north} copy`]);

  // By keyboard, and the focus stays with what was moved.
  const menu = page.getByRole("button", { name: `Actions for ${north} copy`, exact: true });
  await menu.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect.poll(ours).toEqual([north, `${north} copy`, `Delta ${boss.id}`]);
  await expect(menu).toBeFocused();

  // By pointer.
  const link = (name: string) =>
    page.getByRole("navigation", { name: "Profiles" }).getByRole("listitem").filter({ hasText: name });
  await link(`Delta ${boss.id}`).dragTo(link(`${north}For nobody yet`));
  await expect.poll(ours).toEqual([`Delta ${boss.id}`, north, `${north} copy`]);

  await actOn(page, `${north} copy`, "Delete");
  const asked = page.getByRole("dialog", { name: `Delete ${north} copy?` });
  await expect(asked).toContainText("It changes what nobody gets.");
  await expect(asked.getByRole("button", { name: "Delete profile" })).toHaveAttribute("aria-disabled", "true");
  await asked.getByRole("textbox").fill(`${north} copy`);
  await asked.getByRole("button", { name: "Delete profile" }).click();
  await expect.poll(ours).toEqual([`Delta ${boss.id}`, north]);
});

test("is there for super admins alone: others find nothing, and no way to it (api.md, section 3)", async ({
  page,
  person,
  another,
  faults,
}) => {
  faults.expectAlso(/status of 404.*profile=none/);
  const boss = await person("Barbara Liskov", "super_admin");
  await signIn(page, boss);
  await page.getByRole("button", { name: "Barbara Liskov" }).click();
  await page.getByRole("menuitem", { name: "Admin" }).click();
  await expect(page).toHaveURL("/admin/defaults");
  await expect(page.getByRole("heading", { name: "Defaults", level: 1 })).toBeVisible();
  await page.goto("/admin/defaults?profile=none");
  await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
  const member = await another();
  await signIn(member, await person("Ada Lovelace"));
  await member.getByRole("button", { name: "Ada Lovelace" }).click();
  await expect(member.getByRole("menuitem", { name: "Settings" })).toBeVisible();
  await expect(member.getByRole("menuitem", { name: "Admin" })).toHaveCount(0);
  await expectNone(member, ["/admin", "/admin/defaults"]);

  // Admins have pages of their own, and this is none of them.
  const admin = await another();
  await signIn(admin, await person("Alan Turing", "admin"), "/admin");
  const list = admin.getByRole("navigation", { name: "Admin" });
  await expect(list.getByRole("link", { name: "People" })).toBeVisible();
  await expect(list.getByRole("link", { name: "Defaults" })).toHaveCount(0);
  await expectNone(admin, ["/admin/defaults"]);
});

async function expectNone(page: Page, addresses: string[]): Promise<void> {
  for (const address of addresses) {
    expect((await page.request.get(address, { maxRedirects: 0 })).status(), address).toBe(404);
  }
}
