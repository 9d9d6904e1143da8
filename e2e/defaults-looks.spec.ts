import { actOn, bar, groupOf, makeProfile, topicIn } from "./defaults";
import { expect, signIn, test } from "./fixtures";
import { expectFits } from "./looks";

const TOPIC = "Deal assigned to you";
/** Names that break layouts. */
const LONG = "Vertriebsinnendienstmitarbeiterversammlung";
const GROUP = "שירות לקוחות Nord";

test("a profile, its groups and its deletion: axe finds nothing, and nothing scrolls sideways (U31)", async ({
  page,
  person,
  api,
}) => {
  test.slow();
  const boss = await person("Barbara Liskov", "super_admin");
  const group = await groupOf(api, GROUP, [await person("Ada Lovelace")]);
  const profile = `${LONG} ${boss.id}`;
  await signIn(page, boss, "/admin/defaults");
  await makeProfile(page, profile, group.name);
  await expectFits(page);
  await page.getByRole("main").getByRole("button", { name: "Choose groups" }).click();
  const groups = page.getByRole("dialog", { name: `Who gets ${profile}?` });
  await expect(groups.getByRole("checkbox", { name: GROUP })).toBeVisible();
  await expectFits(page);
  await page.keyboard.press("Escape");
  await expect(groups).toBeHidden();
  await actOn(page, profile, "Delete");
  await expect(page.getByRole("dialog", { name: `Delete ${profile}?` })).toContainText("It changes what nobody gets.");
  await expectFits(page);
});

test("a change before it is saved, after, and for whom it concerns: axe finds nothing, and nothing scrolls sideways (U31)", async ({
  page,
  person,
  api,
  another,
}) => {
  test.slow();
  const boss = await person("Barbara Liskov", "super_admin");
  const ada = await person("Ada Lovelace");
  const group = await groupOf(api, "Pier", [ada]);
  await signIn(page, boss, "/admin/defaults");
  await makeProfile(page, `${LONG} ${boss.id}`, group.name);
  const desktop = page.getByRole("tab", { name: "Desktop" });
  await desktop.click();
  await expect(desktop).toHaveAttribute("aria-selected", "true");
  await (await topicIn(page, "Deals", TOPIC)).click();
  await bar(page).getByRole("button", { name: "Preview" }).click();
  const dialog = page.getByRole("dialog", { name: "What this changes" });
  await dialog.getByRole("radio", { name: "Everyone" }).check();
  const word = dialog.getByRole("textbox", { name: "Type 1 to change what 1 person gets" });
  await expect(word).toBeVisible();
  await expectFits(page);
  await word.fill("1");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Saved lately" })).toContainText(`${TOPIC} · Desktop: off`);
  await expectFits(page);

  const hers = await another();
  await signIn(hers, ada, "/settings/notifications/desktop");
  const notice = hers.getByRole("region", { name: /Your company changed what you get by default/ });
  await notice.getByRole("button", { name: "See what changed" }).click();
  await expect(notice.getByRole("link", { name: `${TOPIC} · Desktop` })).toBeVisible();
  await expectFits(hers);
});
