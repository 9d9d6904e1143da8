import { expect, signIn, test, whileArriving } from "./fixtures";
import { searchOf, sectionOf, storedOf, topicOf, unfold } from "./preferences";

const DESKTOP = "/settings/notifications/desktop";

test("shows in one browser tab what was changed in another, and loses neither's change", async ({
  page,
  person,
  api,
}) => {
  const ada = await person("Ada Lovelace");
  await signIn(page, ada, DESKTOP);
  const other = await page.context().newPage();
  await whileArriving(other, () => other.goto(DESKTOP));
  for (const tab of [page, other]) await unfold(tab, "Deals");
  await Promise.all([
    topicOf(page, "Deal assigned to you").click(),
    topicOf(other, "You were mentioned on a deal").click(),
  ]);
  for (const tab of [page, other]) {
    await expect(topicOf(tab, "Deal assigned to you")).not.toBeChecked();
    await expect(topicOf(tab, "You were mentioned on a deal")).not.toBeChecked();
  }
  await expect
    .poll(async () => {
      const { topics } = await storedOf(api, ada.id);
      return [topics["deals.assigned"]?.desktop?.enabled, topics["deals.mentioned"]?.desktop?.enabled];
    })
    .toEqual([false, false]);
});

test("loses the payments topics within a second of the role, and finds the choices when it returns (R57)", async ({
  page,
  person,
  api,
}) => {
  const root = await person("Grace Hopper", "super_admin");
  await signIn(page, root, DESKTOP);
  await unfold(page, "Payments");
  await topicOf(page, "Payout created").click();
  await expect
    .poll(async () => (await storedOf(api, root.id)).topics["payments.payout_created"]?.desktop?.enabled)
    .toBe(false);

  await api.putUser(root.id, { email: root.email, name: root.name, role: "member" });
  await expect(sectionOf(page, "Payments")).toHaveCount(0, { timeout: 1000 });
  await searchOf(page).fill("payout");
  await expect(page.getByRole("status").filter({ hasText: "No topic matches" })).toHaveCount(1);
  expect(Object.keys((await storedOf(api, root.id)).topics).filter((key) => key.startsWith("payments."))).toEqual([]);

  await api.putUser(root.id, { email: root.email, name: root.name, role: "super_admin" });
  await expect(topicOf(page, "Payout created")).not.toBeChecked();
  await expect(topicOf(page, "Payout failed")).toBeChecked();
});

test("shows at once what an app changed for the person", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await signIn(page, ada, DESKTOP);
  await unfold(page, "Deals");
  await api.prefer(ada.id, { topics: { "deals.assigned": { desktop: { enabled: false } } } });
  await expect(topicOf(page, "Deal assigned to you")).not.toBeChecked();
});
