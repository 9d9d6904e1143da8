import { expect, signIn, test } from "./fixtures";

test("a topic is put in the company's words, with a preview as one types and faults at their place (R86)", async ({
  page,
  person,
  api,
}) => {
  const boss = await person("Barbara Liskov", "super_admin");
  const key = `vans.early-${boss.id}`;
  await api.send("PUT", `/topics/${key}`, { name: "Van is early", title: "{{ subject.title }} is early" });
  await signIn(page, boss, `/admin/templates/${key}`);
  const preview = page.getByRole("region", { name: "Preview" });
  await expect(preview.getByRole("article", { name: "Bell, pop-up and browser" })).toContainText(
    "ACME renewal is early",
  );
  const title = page.getByRole("textbox", { name: "Title", exact: true });
  await title.fill("{{ subject.title");
  await expect(page.getByText(/^Line 1, column \d+: /)).toBeVisible();
  await title.fill("Here comes {{ subject.title }}");
  await expect(preview).toContainText("Here comes ACME renewal");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("The next notification says it so.")).toBeVisible();

  await api.post({ topic: key, recipients: [{ user: boss.id }], subject: { type: "van", id: "7", title: "Van 7" } });
  await expect
    .poll(async () => (await api.notifications(boss.id)).data.map((one) => one.title))
    .toContain("Here comes Van 7");
});
