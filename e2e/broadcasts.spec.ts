import type { Page } from "@playwright/test";
import { type Api, addApp } from "./api";
import { itemIn, openBell } from "./bell";
import { changeDatabase } from "./database";
import { groupOf } from "./defaults";
import { expect, type Person, signIn, test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./looks";
import type { Server } from "./server";

test("writes once to a group: counts before, tells who took note, exports, and takes it back (R88 to R91, U22, U23)", async ({
  page,
  person,
  api,
  another,
}) => {
  test.slow();
  const boss = await person("Barbara Liskov", "super_admin");
  const [ada, bo] = [await person("Ada Lovelace"), await person("Bo Lindqvist")];
  const group = await groupOf(api, "Fire wardens", [ada, bo]);
  await signIn(page, boss);
  await page.getByRole("banner").getByRole("button", { name: "Create notification" }).click();

  // What is missing is said, and the first takes the focus.
  await page.getByRole("button", { name: "Review and send" }).click();
  await expect(page.getByRole("textbox", { name: "Title" })).toBeFocused();
  await page.keyboard.type("Fire drill at noon");
  await write(page, "Meet at the north gate.");
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Title" })).toHaveValue("Fire drill at noon");
  await expect(page.getByRole("textbox", { name: "Message" })).toHaveText("Meet at the north gate.");
  await chooseGroup(page, group.name);
  await expect(page.getByRole("region", { name: "Audience" })).toContainText("2 of 2 will get it");
  await page.getByRole("checkbox", { name: "Must be acknowledged" }).check();
  await page.getByRole("button", { name: "Review and send" }).click();
  await page.getByRole("textbox", { name: "Your password" }).fill(boss.password);
  await page.getByRole("button", { name: "Send to 2 people" }).click();
  await expect(page.getByRole("heading", { name: "Fire drill at noon" })).toBeVisible();
  await expect(page.getByText(/Goes to 2 people in \d+ s\./)).toBeVisible();
  await expect(page.getByText("Sent", { exact: true })).toBeVisible({ timeout: 30_000 });

  const hers = await another();
  await signIn(hers, ada);
  const item = itemIn(await openBell(hers), "Fire drill at noon");
  await item.getByRole("button", { name: "Acknowledge" }).click();
  await expect(item).toContainText("Acknowledged");
  const reach = page.getByRole("region", { name: "Reach" });
  await expect(reach).toContainText(/Notified\s*2/);
  await expect(reach).toContainText(/Acknowledged\s*1/, { timeout: 20_000 });
  await page.getByRole("button", { name: "Show who did since" }).click();
  await page.getByRole("link", { name: "Not acknowledged" }).click();
  await expect(page.getByRole("list", { name: "People" }).getByRole("listitem")).toHaveText([/Bo Lindqvist/]);
  await page.setViewportSize({ width: 320, height: 800 });
  await expectNoSidewaysScroll(page, 320);
  await expectAccessible(page);
  const file = await page.getByRole("link", { name: "Export CSV" }).getAttribute("href");
  expect(await (await page.request.get(file!)).text()).toContain(`${bo.id},Bo Lindqvist,${bo.email},yes,,,\r\n`);

  await page.getByRole("button", { name: "Recall" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Recall broadcast" }).click();
  await expect(page.getByText("Recalled", { exact: true })).toBeVisible();
  await hers.reload();
  await expect(itemIn(await openBell(hers), "Fire drill at noon")).toHaveCount(0);
});

test("goes to many when their number and a password were typed; taken back within ten seconds it reaches nobody (U22, S32)", async ({
  page,
  person,
  api,
}) => {
  const boss = await person("Barbara Liskov", "super_admin");
  const watch = await crowd(api, "All who watch", 100);
  await signIn(page, boss, "/admin/broadcasts/new");
  await page.getByRole("textbox", { name: "Title" }).fill("Fire drill at none");
  await chooseGroup(page, "All who watch");
  await page.getByRole("button", { name: "Review and send" }).click();
  await expect(page.getByRole("textbox", { name: "Type 100 to go on" })).toBeFocused();
  await page.keyboard.type("10");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Send to 100 people" })).toBeDisabled();
  await page.keyboard.type("0");
  const password = page.getByRole("textbox", { name: "Your password" });
  await password.fill("left-my-tab-open");
  await page.keyboard.press("Enter");
  await expect(password).toHaveAccessibleDescription("That is not your password.");
  await password.fill(boss.password);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("textbox", { name: "Title" })).toHaveValue("Fire drill at none");
  expect((await api.notifications(watch[0]!)).data).toEqual([]);
});

test("stays within 320 px while a title without a space is written (U31)", async ({ asResident }) => {
  const page = await asResident("boss", { viewport: { width: 320, height: 700 } });
  await page.goto("/admin/broadcasts/new");
  const title = "Donaudampfschifffahrtsgesellschaft".repeat(5);
  await page.getByRole("textbox", { name: "Title" }).fill(title);
  await expect(page.getByRole("region", { name: "Preview" })).toContainText(title);
  await expectNoSidewaysScroll(page, 320);
});

test("waits until a second super admin approves it, by keyboard (S32)", async ({ page, person, api, server }) => {
  const [maker, second] = [await person("Ida Rhodes", "super_admin"), await person("Kay Antonelli", "super_admin")];
  const group = await groupOf(api, "Lamp lighters", [second]);
  const id = await waitingFrom(server, maker, group.id);
  await signIn(page, second, `/admin/broadcasts/${id}`);
  await expect(page.getByText("Ida Rhodes wrote to 1 person. Nobody is told until")).toBeVisible();
  await expectAccessible(page);
  const approve = page.getByRole("button", { name: "Approve" });
  await approve.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog").getByRole("button", { name: "Approve and send" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText(/Goes to 1 person in \d+ s\./)).toBeVisible();
  await expect(approve).toHaveCount(0);
  await expect(page.getByText("Scheduled", { exact: true })).toBeVisible();
});

test("is not offered to a member, for whom its pages do not exist", async ({ asResident }) => {
  const page = await asResident("quiet");
  await page.goto("/inbox");
  await expect(page.getByRole("button", { name: "Create notification" })).toHaveCount(0);
  for (const path of ["", "/new", "/brd_1", "/brd_1/readers.csv"]) {
    expect((await page.request.get(`/admin/broadcasts${path}`)).status()).toBe(404);
  }
});

/** A broadcast of theirs that waits for a second person, as one for very many does: its id. */
async function waitingFrom(server: Server, maker: Person, group: string): Promise<string> {
  const app = await addApp(server, "Lamps", "broadcasts:write");
  const words = { title: "Lamps at dusk", groups: [group], deliver_at: "2099-01-01T00:00:00Z" };
  const { id } = (await (await app.send("POST", "/broadcasts", words)).json()) as { id: string };
  const now = Date.now();
  const change = "maker_id = ?, sender = ?, due_at = ?, approval_wanted_at = ?, updated_at = ?";
  changeDatabase(server, `update broadcasts set ${change} where id = ?`, maker.id, maker.name, now, now, now, id);
  return id;
}

/** A group of so many people, by id. */
async function crowd(api: Api, name: string, size: number): Promise<string[]> {
  const ids = Array.from({ length: size }, (_, n) => `watch-${Date.now()}-${n}`);
  await Promise.all(ids.map((id) => api.putUser(id, { name: id, email: `${id}@example.com` })));
  await api.putGroup(
    ids[0]!,
    name,
    ids.map((user) => ({ user })),
  );
  return ids;
}

async function write(page: Page, words: string): Promise<void> {
  await page.getByRole("textbox", { name: "Message" }).click();
  await page.keyboard.type(words);
}

async function chooseGroup(page: Page, name: string): Promise<void> {
  await page.getByRole("radio", { name: "Groups" }).check();
  const search = page.getByRole("searchbox", { name: "Search groups" });
  if (await search.isVisible()) await search.fill(name);
  await page.getByRole("list", { name: "Groups" }).getByRole("checkbox", { name }).first().click();
}
