import { onChannel } from "./api";
import { expectUnread } from "./bell";
import { changeSaved } from "./change-saved";
import { dealFor } from "./events";
import { expect, signIn, test } from "./fixtures";
import { allOf, rowOf, sectionOf, storedOf, topicOf, unfold } from "./preferences";

const EMAIL = "/settings/notifications/email";
const ASSIGNED = "Deal assigned to you";
const STAGE = "Deal you own or follow changed stage";
const MENTIONED = "You were mentioned on a deal";

test("has four tabs, each with its channels and its topics (R46, R47)", async ({ page, person }) => {
  const ada = await person("Ada Lovelace");
  await signIn(page, ada, "/settings/notifications");
  await expect(page).toHaveURL(EMAIL);
  const tabs = {
    Email: ["Email"],
    Desktop: ["Bell", "Pop-up", "Browser"],
    "Other apps": ["Slack", "Microsoft Teams", "Webhook"],
    "Mobile app": ["Mobile push"],
  };
  for (const [tab, switches] of Object.entries(tabs)) {
    await page.getByRole("tab", { name: tab, exact: true }).click();
    await expect(page.getByRole("tab", { name: tab, exact: true })).toHaveAttribute("aria-selected", "true");
    await expect(page.getByRole("heading", { name: "How you get notified" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "What you get notified about" })).toBeVisible();
    await expect(page.getByRole("searchbox", { name: "Search topics" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Clear all preferences" })).toBeVisible();
    await expect(page.getByRole("switch")).toHaveCount(switches.length);
    for (const name of switches) await expect(page.getByRole("switch", { name, exact: true })).toBeChecked();
    await page.reload();
    await expect(page.getByRole("tab", { name: tab, exact: true })).toHaveAttribute("aria-selected", "true");
  }
  await expect(page.getByText("set in the mobile app's own settings")).toBeVisible();
  await page.getByRole("tab", { name: "Email", exact: true }).click();
  await expect(page.getByRole("switch", { name: "Email" })).toHaveAccessibleDescription(new RegExp(ada.email));
});

test("folds its sections, says how many are on, and sets a whole one (R48, U14)", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await signIn(page, ada, EMAIL);
  const deals = sectionOf(page, "Deals");
  await expect(deals).toHaveAttribute("aria-expanded", "false");
  await expect(deals).toHaveAccessibleDescription("2 of 3 on");
  await expect(allOf(page, "Deals")).toHaveAttribute("aria-checked", "mixed");
  await expect(topicOf(page, ASSIGNED)).toHaveCount(0);
  await unfold(page, "Deals");
  await expect(topicOf(page, ASSIGNED)).toBeChecked();
  await expect(topicOf(page, STAGE)).not.toBeChecked();

  // Mixed, all, none, and by single topics back to mixed.
  await allOf(page, "Deals").click();
  await expect(deals).toHaveAccessibleDescription("3 of 3 on");
  await expect(allOf(page, "Deals")).toHaveAttribute("aria-checked", "true");
  await expect(topicOf(page, STAGE)).toBeChecked();
  await allOf(page, "Deals").click();
  await expect(allOf(page, "Deals")).toHaveAttribute("aria-checked", "false");
  for (const name of [ASSIGNED, STAGE, MENTIONED]) await expect(topicOf(page, name)).not.toBeChecked();
  await topicOf(page, MENTIONED).click();
  await expect(allOf(page, "Deals")).toHaveAttribute("aria-checked", "mixed");
  await expect
    .poll(async () =>
      Object.values((await storedOf(api, ada.id)).topics).filter(({ email }) => email?.source === "user"),
    )
    .toHaveLength(3);

  await deals.click();
  await expect(topicOf(page, MENTIONED)).toHaveCount(0);
  await page.reload();
  await expect(deals).toHaveAccessibleDescription("1 of 3 on");
});

test("saves a change at once, ticks it in place, and the very next event obeys it", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await signIn(page, ada, "/settings/notifications/desktop");
  await unfold(page, "Deals");
  const taken = changeSaved(page, "/settings/notifications/desktop");
  await topicOf(page, ASSIGNED).click();
  await expect(topicOf(page, ASSIGNED)).not.toBeChecked();
  await expect(rowOf(page, ASSIGNED)).toContainText("your choice");
  await taken;
  await expect(rowOf(page, ASSIGNED).locator("[data-saved]")).toBeVisible();
  await expect(page.getByRole("main").getByText(/^Saved\.?$/)).toHaveText(/Saved/);

  const id = await api.post(dealFor(ada, "ACME renewal"));
  expect(onChannel(await api.decided(id), "bell")).toMatchObject({ reason: "preference_off", source: "user" });
  await expectUnread(page, 0);
});

test("resets only what a reset would change, and leaves the focus where it was", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await signIn(page, ada, EMAIL);
  await unfold(page, "Deals");
  const row = rowOf(page, ASSIGNED);
  const reset = row.getByRole("button", { name: `reset ${ASSIGNED}` });
  await expect(row).toContainText("Belfry's default");
  await expect(reset).toHaveCount(0);
  await topicOf(page, ASSIGNED).click();
  await expect(row).toContainText("your choice");
  await reset.click();
  await expect(topicOf(page, ASSIGNED)).toBeChecked();
  await expect(topicOf(page, ASSIGNED)).toBeFocused();
  await expect(reset).toHaveCount(0);
  await expect(row).toContainText("Belfry's default");
  await expect
    .poll(async () => (await storedOf(api, ada.id)).topics["deals.assigned"]?.email?.source)
    .toBe("catalogue");
});

test("says of what is required that it is, and keeps it on (R54)", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await signIn(page, ada, EMAIL);
  await unfold(page, "Login alert");
  const locked = topicOf(page, "Your account was accessed in an unfamiliar way");
  await expect(locked).toBeChecked();
  await expect(locked).toHaveAttribute("aria-disabled", "true");
  await expect(locked).toHaveAccessibleDescription(/Always sent by email.*required by your company/);
  await locked.focus();
  await expect(locked).toBeFocused();
  await page.keyboard.press("Space");
  await locked.click({ force: true });
  await expect(locked).toBeChecked();
  await expect(allOf(page, "Login alert")).toHaveAttribute("aria-disabled", "true");
  expect((await storedOf(api, ada.id)).topics["logins.risky"]?.email).toMatchObject({
    enabled: true,
    source: "required",
  });
});

test("switches a channel off and on for the person alone (R25, R32, R52)", async ({ page, person, api }) => {
  const [ada, bo] = [await person("Ada Lovelace"), await person("Bo Lindqvist")];
  await signIn(page, ada, "/settings/notifications/desktop");
  for (const [name, channel] of [
    ["Bell", "bell"],
    ["Pop-up", "popup"],
    ["Browser", "browser"],
  ] as const) {
    await page.getByRole("switch", { name, exact: true }).click();
    await expect(page.getByRole("switch", { name, exact: true })).not.toBeChecked();
    await expect
      .poll(async () => (await storedOf(api, ada.id)).channels[channel])
      .toEqual({ enabled: false, source: "user" });
    expect((await storedOf(api, bo.id)).channels[channel]?.enabled).toBe(true);
  }
  await page.getByRole("button", { name: "reset Bell" }).click();
  await expect(page.getByRole("switch", { name: "Bell", exact: true })).toBeChecked();
  await expect(page.getByRole("switch", { name: "Bell", exact: true })).toBeFocused();
});
