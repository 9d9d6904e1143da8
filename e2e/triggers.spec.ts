import { expect, signIn, test } from "./fixtures";

test("a super admin makes a trigger, tries it on past events, and what it raises leads back to its cause (R85)", async ({
  page,
  person,
  api,
}) => {
  const boss = await person("Barbara Liskov", "super_admin");
  const [cause, raised] = [`vans.moved-${boss.id}`, `vans.far-${boss.id}`];
  await api.send("PUT", `/topics/${cause}`, { name: `Moved ${boss.id}` });
  await api.send("PUT", `/topics/${raised}`, { name: `Far ${boss.id}`, title: "{{ subject.title }} is far" });
  const moved = (km: number) => ({
    topic: cause,
    recipients: [{ user: boss.id, as: "driver" }],
    subject: { type: "van", id: "7", title: "Van 7" },
    data: { km },
  });
  await api.post(moved(900));
  await api.post(moved(9));

  await signIn(page, boss, "/admin/triggers/new");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(`Far ${boss.id}`);
  await page.getByRole("combobox", { name: "On this topic" }).selectOption(cause);
  await page.getByRole("textbox", { name: "If this holds" }).fill("data.km > 500");
  await page.getByRole("combobox", { name: "That topic" }).selectOption(cause);
  await page.getByRole("textbox", { name: /these relations/ }).fill("driver");
  await page.getByRole("button", { name: "Create trigger" }).click();
  await expect(page.getByText(`This closes a loop: ${cause} → ${cause}`)).toBeVisible();
  await page.getByRole("combobox", { name: "That topic" }).selectOption(raised);
  await page.getByRole("button", { name: "Dry run" }).click();
  const trial = page.getByRole("region", { name: "Dry run" });
  await expect(trial).toContainText("It would have raised 1 event for the last 2 events.");
  await expect(trial).toContainText("Van 7 is far");
  await page.getByRole("button", { name: "Create trigger" }).click();
  await expect(page.getByRole("list", { name: "Triggers" })).toContainText(`Far ${boss.id}`);

  const id = await api.post(moved(600));
  await expect
    .poll(async () => (await api.notifications(boss.id)).data.map((one) => one.title))
    .toContain("Van 7 is far");
  await page.goto(`/admin/activity/${id}`);
  await page.getByRole("region", { name: "It raised" }).getByRole("link").click();
  await expect(page.getByText(`raised by the trigger Far ${boss.id}`)).toBeVisible();
  await page.getByRole("link", { name: "its cause" }).click();
  await expect(page).toHaveURL(new RegExp(id));
});
