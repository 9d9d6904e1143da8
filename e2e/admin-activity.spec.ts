import { dealFor } from "./events";
import { expect, signIn, test } from "./fixtures";
import { expectFits } from "./looks";

test("from an event's id to why somebody did not get it: search, open, read (U24)", async ({ page, person, api }) => {
  const boss = await person("Barbara Liskov", "super_admin");
  const ada = await person("Ada Lovelace");
  const id = await api.post(dealFor(ada, "ACME renewal"));
  await api.decided(id);
  await signIn(page, boss, "/admin/activity");
  const search = page.getByRole("searchbox", { name: "Find an event or a person" });
  await search.fill("nobody-at-all");
  await search.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Nothing and nobody goes by" })).toBeVisible();
  await search.fill(ada.email);
  await search.press("Enter");
  await expect(page.getByRole("link", { name: `Of everybody, not only ${ada.id}` })).toBeVisible();
  await page.getByRole("link", { name: "Deal assigned to you" }).click();
  const trail = page.getByRole("main");
  await expect(trail).toContainText("Ada Lovelace");
  await expect(trail).toContainText("is on for desktop");
  await expect(page).toHaveURL(new RegExp(`/admin/activity/${id}`));
});

test("an admin sees activity and none of what is for super admins; the outbox shows a mail in a frame that may do nothing", async ({
  page,
  person,
  another,
  server,
}) => {
  test.slow();
  const admin = await person("Grace Hopper", "admin");
  await signIn(page, admin, "/admin/activity");
  await expect(page.getByRole("heading", { name: "Activity", level: 1 })).toBeVisible();
  for (const path of ["/audit", "/outbox", "/health", "/activity/new"])
    expect((await page.request.get(`/admin${path}`)).status(), path).toBe(404);
  expect((await fetch(`${server.url}/api/metrics`)).status).toBe(200);

  const boss = await person("Barbara Liskov", "super_admin");
  const hers = await another();
  await signIn(hers, boss, "/admin/activity/new");
  const event = { topic: "account.billing", recipients: [{ user: boss.id }], title: "Your invoice is ready" };
  await hers.getByRole("textbox", { name: "Event" }).fill(JSON.stringify(event));
  await hers.getByRole("button", { name: "Post", exact: true }).click();
  await expect(hers.getByRole("link", { name: "See what became of it" })).toBeVisible();
  await expect(async () => {
    await hers.goto("/admin/outbox");
    await hers.getByRole("link", { name: /Your invoice is ready/ }).click({ timeout: 1000 });
  }).toPass();
  const frame = hers.getByTitle("The mail as it looks");
  await expect(frame).toHaveAttribute("sandbox", "");
  await expectFits(hers);
});

test("an admin sends an email again from the event that it told of, and filters and exports dead letters", async ({
  page,
  person,
  api,
}) => {
  const admin = await person("Grace Hopper", "admin");
  const id = await api.post({ topic: "account.billing", recipients: [{ user: admin.id }], title: "Your invoice" });
  await signIn(page, admin, `/admin/activity/${id}`);
  const tries = page.getByRole("article", { name: "Email: tries" });
  await expect(async () => {
    await page.reload();
    await expect(tries.getByRole("listitem")).toHaveCount(1, { timeout: 1000 });
  }).toPass();
  await tries.getByRole("button", { name: "Send again by Email" }).click();
  await expect(page.getByText("On its way again")).toBeVisible();
  await expect(async () => {
    await page.reload();
    await expect(tries.getByRole("listitem")).toHaveCount(2, { timeout: 1000 });
  }).toPass();
  await expectFits(page);

  await page.goto("/admin/activity/dead-letters");
  await page.getByRole("combobox", { name: "Reason" }).selectOption({ label: "All tries used up" });
  await expect(page.getByText("None like these")).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export" }).click();
  expect((await download).url()).toContain("/dead-letters/export?reason=attempts_exhausted");
});
