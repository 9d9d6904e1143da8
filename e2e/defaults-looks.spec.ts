import { actOn, bar, groupOf, makeProfile, topicIn } from "./defaults";
import { expect, signIn, test } from "./fixtures";
import { expectFits } from "./looks";

const TOPIC = "Deal assigned to you";
/** Names that break layouts, one of each kind. */
const PROFILE = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
const GROUP = "שירות לקוחות Nord";

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test(`a profile, its groups and its deletion, ${colorScheme}: axe finds nothing and nothing scrolls sideways (U31)`, async ({
      page,
      person,
      api,
    }) => {
      test.slow();
      const boss = await person("Barbara Liskov", "super_admin");
      const group = await groupOf(api, GROUP, [await person("Ada Lovelace")]);
      await signIn(page, boss, "/admin/defaults");
      const profile = `${PROFILE} ${group.id.at(-1)}${boss.id}`;
      await makeProfile(page, profile, group.name);
      await expectFits(page);
      await page.getByRole("main").getByRole("button", { name: "Choose groups" }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
      await expectFits(page);
      await page.keyboard.press("Escape");
      await actOn(page, profile, "Delete");
      await expect(page.getByRole("dialog", { name: /^Delete/ })).toContainText("It changes what");
      await expectFits(page);
    });

    test(`a change seen before, after, and by whom it concerns, ${colorScheme}: axe finds nothing and nothing scrolls sideways (U31)`, async ({
      page,
      person,
      api,
      another,
    }) => {
      test.slow();
      const boss = await person("Barbara Liskov", "super_admin");
      const ada = await person("Ada Lovelace");
      const group = await groupOf(api, GROUP, [ada]);
      await signIn(page, boss, "/admin/defaults");
      await makeProfile(page, `${PROFILE} ${boss.id}`, group.name);
      await page.getByRole("tab", { name: "Desktop" }).click();
      await (await topicIn(page, "Deals", TOPIC)).click();
      await bar(page).getByRole("button", { name: "Preview" }).click();
      const dialog = page.getByRole("dialog", { name: "What this changes" });
      await expect(dialog).toContainText("Changes what 1 person gets");
      await dialog.getByRole("radio", { name: "Everyone" }).check();
      await expect(dialog.getByRole("textbox", { name: "Type 1 to change what 1 person gets" })).toBeVisible();
      await expectFits(page);
      await dialog.getByRole("textbox").fill("1");
      await page.keyboard.press("Enter");
      await expect(page.getByRole("region", { name: "Saved lately" })).toContainText(`${TOPIC} · Desktop: off`);
      await expectFits(page);

      const hers = await another({ colorScheme });
      await signIn(hers, ada, "/settings/notifications/desktop?topic=deals.assigned");
      await expect(hers.getByRole("checkbox", { name: TOPIC, exact: true })).toBeFocused();
      const notice = hers.getByRole("region", { name: /Your company changed what you get by default/ });
      await notice.getByRole("button", { name: "See what changed" }).click();
      await expect(notice.getByRole("link")).toBeVisible();
      await expectFits(hers);
    });
  });
}
