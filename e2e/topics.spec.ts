import { expect, signIn, test } from "./fixtures";

test("a super admin makes a topic of the company's own, mends what was wrong, and deletes it (R84)", async ({
  page,
  person,
  api,
}) => {
  const boss = await person("Barbara Liskov", "super_admin");
  const key = `vans.late-${boss.id}`;
  await signIn(page, boss, "/admin/topics");
  await page.getByRole("link", { name: "New topic" }).click();
  await page.getByRole("textbox", { name: "Key" }).fill(key);
  await page.getByRole("textbox", { name: "Title" }).fill("{% if %}");
  await page.getByRole("button", { name: "Create topic" }).click();
  await expect(page.getByRole("textbox", { name: "Name" })).toBeFocused();
  await expect(page.getByText(/^Line 1, column \d+: /)).toBeVisible();
  await page.getByRole("textbox", { name: "Name" }).fill(`Van of ${boss.id} is late`);
  await page.getByRole("textbox", { name: "Title" }).fill("{{ subject.title }} is late");
  await page.getByRole("button", { name: "Create topic" }).click();

  await page.getByRole("searchbox", { name: "Search topics" }).fill(boss.id);
  await expect(page.getByRole("status").filter({ hasText: "1 topic" })).toBeVisible();
  const id = await api.post({
    topic: key,
    recipients: [{ user: boss.id }],
    subject: { type: "van", id: "7", title: "Van 7" },
  });
  await api.decided(id);

  await page.getByRole("link", { name: `Van of ${boss.id} is late` }).click();
  await page.getByRole("button", { name: "Delete topic" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete topic" }).click();
  await expect(page.getByRole("heading", { name: "Topics", level: 1 })).toBeVisible();
  await page.getByRole("searchbox", { name: "Search topics" }).fill(boss.id);
  await expect(page.getByText("No topic found")).toBeVisible();
});

test("a topic that was changed holds for the very next event", async ({ person, api }) => {
  const ada = await person("Ada Lovelace");
  const topic = `at_once.${ada.id}`;
  for (const least of [0, 100, 0, 100]) {
    const words = { name: "At once", media: ["desktop"], default_on: ["desktop"], condition: `data.n > ${least}` };
    expect((await api.send("PUT", `/topics/${topic}`, words)).status).toBe(200);
    const id = await api.post({ topic, recipients: [{ user: ada.id }], data: { n: 1 } });
    const reason = async () => (await api.event(id)).decisions[0]?.channels[0]?.reason;
    await expect.poll(reason).toBe(least === 0 ? "delivered" : "condition_not_met");
  }
});
