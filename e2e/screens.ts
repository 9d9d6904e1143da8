import type { Page } from "@playwright/test";
import { act, openBell } from "./bell";
import { topicIn } from "./defaults";
import { expect } from "./fixtures";
import { searchOf } from "./preferences";

/** A state of a page to look at: whose it is, and how to get there. */
export interface Screen {
  name: string;
  who: "busy" | "quiet" | "boss" | "nobody";
  go(page: Page): Promise<unknown>;
}

async function openTab(page: Page, tab: string) {
  await page.goto("/inbox");
  const panel = await openBell(page);
  await panel.getByRole("tab", { name: tab, exact: true }).click();
  await expect(panel.getByRole("tabpanel", { name: tab }).locator("article, p").first()).toBeVisible();
}

const SETTINGS = "/settings/notifications";
const PREFERENCES = ["email", "desktop", "other-apps", "mobile-app"];

const TABS = ["All", "Downloads", "Apps"];

/** Every state that a person can meet without changing anything. */
export const SCREENS: Screen[] = [
  { name: "sign-in", who: "nobody", go: (page) => page.goto("/sign-in") },
  { name: "sign-in, refused", who: "nobody", go: (page) => page.goto("/sign-in?error=CredentialsSignin") },
  { name: "inbox", who: "busy", go: (page) => page.goto("/inbox") },
  { name: "inbox, unread", who: "busy", go: (page) => page.goto("/inbox?show=unread") },
  { name: "inbox, empty", who: "quiet", go: (page) => page.goto("/inbox") },
  { name: "inbox, nothing snoozed", who: "quiet", go: (page) => page.goto("/inbox?show=snoozed") },
  { name: "inbox, nothing found", who: "busy", go: (page) => page.goto("/inbox?show=archived&search=xylophone") },
  {
    name: "inbox, filtered and selected",
    who: "busy",
    async go(page) {
      await page.goto("/inbox?section=deals");
      await page.getByRole("checkbox", { name: "Select all shown" }).click();
      await expect(page.getByRole("toolbar")).toBeVisible();
    },
  },
  {
    name: "inbox, keys",
    who: "busy",
    async go(page) {
      await page.goto("/inbox");
      await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
      await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
    },
  },
  ...PREFERENCES.map(
    (tab): Screen => ({ name: `preferences, ${tab}`, who: "busy", go: (page) => page.goto(`${SETTINGS}/${tab}`) }),
  ),
  {
    name: "preferences, unfolded",
    who: "busy",
    async go(page) {
      await page.goto(`${SETTINGS}/desktop`);
      await searchOf(page).fill("mentioned");
      await expect(page.locator("mark").first()).toBeVisible();
    },
  },
  {
    name: "preferences, required",
    who: "busy",
    async go(page) {
      await page.goto(`${SETTINGS}/email?topic=account.billing`);
      // Whoever arrives is scrolled to it; before that, half of the page is about to move under the header.
      await expect(page.locator(":focus")).toBeVisible();
    },
  },
  {
    name: "preferences, nothing found",
    who: "busy",
    async go(page) {
      await page.goto(`${SETTINGS}/email`);
      await searchOf(page).fill("xylophone");
      await expect(page.getByRole("button", { name: "Clear search" })).toBeVisible();
    },
  },
  { name: "broadcasts, none", who: "boss", go: (page) => page.goto("/admin/broadcasts") },
  { name: "new broadcast", who: "boss", go: (page) => page.goto("/admin/broadcasts/new") },
  { name: "people", who: "boss", go: (page) => page.goto("/admin/people") },
  { name: "people, nobody found", who: "boss", go: (page) => page.goto("/admin/people?search=xylophone") },
  { name: "new person", who: "boss", go: (page) => page.goto("/admin/people/new") },
  {
    name: "one person",
    who: "boss",
    async go(page) {
      await page.goto("/admin/people?search=turing");
      await page.getByRole("list", { name: "People" }).getByRole("link").first().click();
      await expect(page.getByRole("heading", { name: "Details" })).toBeVisible();
    },
  },
  { name: "import and export", who: "boss", go: (page) => page.goto("/admin/import-export") },
  { name: "groups", who: "boss", go: (page) => page.goto("/admin/groups") },
  {
    name: "one group",
    who: "boss",
    async go(page) {
      await page.goto("/admin/groups");
      await page.getByRole("list", { name: "Groups" }).getByRole("link").first().click();
      await expect(page.getByRole("heading", { name: "People", level: 2 })).toBeVisible();
    },
  },
  ...["email", "desktop", "apps", "mobile"].map(
    (tab): Screen => ({ name: `defaults, ${tab}`, who: "boss", go: (page) => page.goto(`/admin/defaults?tab=${tab}`) }),
  ),
  {
    name: "defaults, unfolded and not saved",
    who: "boss",
    async go(page) {
      await page.goto("/admin/defaults?tab=desktop");
      await (await topicIn(page, "Deals", "Deal assigned to you")).click();
      await expect(page.getByRole("region", { name: "Unsaved changes" })).toContainText("Changes what");
    },
  },
  {
    name: "defaults, new profile",
    who: "boss",
    async go(page) {
      await page.goto("/admin/defaults");
      await page.getByRole("button", { name: "New profile" }).click();
      await expect(page.getByRole("dialog", { name: "New profile" })).toBeVisible();
    },
  },
  { name: "check", who: "busy", go: (page) => page.goto(`${SETTINGS}/check`) },
  { name: "activity", who: "boss", go: (page) => page.goto("/admin/activity") },
  {
    name: "activity, nothing found",
    who: "boss",
    go: (page) => page.goto("/admin/activity?status=cancelled&q=nobody"),
  },
  {
    name: "activity, an event",
    who: "boss",
    async go(page) {
      await page.goto("/admin/activity");
      await page.getByRole("heading", { level: 2 }).getByRole("link").first().click();
      await expect(page.getByRole("heading", { name: /^Recipients/ })).toBeVisible();
    },
  },
  { name: "deliveries", who: "boss", go: (page) => page.goto("/admin/activity/deliveries") },
  { name: "dead letters", who: "boss", go: (page) => page.goto("/admin/activity/dead-letters") },
  {
    name: "an event by hand, dry-run",
    who: "boss",
    async go(page) {
      await page.goto("/admin/activity/new");
      await page.getByRole("button", { name: "Dry run" }).click();
      await expect(page.getByText("It would be decided for 1 recipient.")).toBeVisible();
    },
  },
  { name: "topics", who: "boss", go: (page) => page.goto("/admin/topics") },
  { name: "new topic", who: "boss", go: (page) => page.goto("/admin/topics/new") },
  { name: "templates", who: "boss", go: (page) => page.goto("/admin/templates") },
  {
    name: "a template",
    who: "boss",
    async go(page) {
      await page.goto("/admin/templates/deals.assigned");
      await expect(page.getByRole("article", { name: "Email" })).toBeVisible();
    },
  },
  { name: "triggers, none", who: "boss", go: (page) => page.goto("/admin/triggers") },
  { name: "new trigger", who: "boss", go: (page) => page.goto("/admin/triggers/new") },
  { name: "audit", who: "boss", go: (page) => page.goto("/admin/audit") },
  { name: "outbox", who: "boss", go: (page) => page.goto("/admin/outbox") },
  { name: "health", who: "boss", go: (page) => page.goto("/admin/health") },
  { name: "apps that post", who: "boss", go: (page) => page.goto("/admin/apps") },
  {
    name: "apps that post, new key",
    who: "boss",
    async go(page) {
      await page.goto("/admin/apps");
      await page
        .getByRole("button", { name: /^New key for/ })
        .first()
        .click();
      await expect(page.getByRole("dialog", { name: /^New key for/ })).toBeVisible();
    },
  },
  { name: "developers", who: "nobody", go: (page) => page.goto("/developers") },
  {
    name: "preferences, other-apps, Slack for the company",
    who: "boss",
    async go(page) {
      await page.goto(`${SETTINGS}/other-apps`);
      await page.getByRole("button", { name: "Set up Slack" }).click();
      await expect(page.getByLabel("Bot token")).toBeVisible();
    },
  },
  { name: "devices", who: "busy", go: (page) => page.goto("/settings/devices") },
  { name: "quiet hours", who: "busy", go: (page) => page.goto(`${SETTINGS}/quiet-hours`) },
  { name: "history", who: "busy", go: (page) => page.goto(`${SETTINGS}/history`) },
  {
    name: "history, nothing found",
    who: "busy",
    go: (page) => page.goto(`${SETTINGS}/history?reason=merged`),
  },
  { name: "history, empty", who: "quiet", go: (page) => page.goto(`${SETTINGS}/history`) },
  ...TABS.map((tab): Screen => ({ name: `bell, ${tab}`, who: "busy", go: (page) => openTab(page, tab) })),
  ...TABS.map((tab): Screen => ({ name: `bell, ${tab}, empty`, who: "quiet", go: (page) => openTab(page, tab) })),
  {
    name: "bell, menu",
    who: "busy",
    async go(page) {
      await openTab(page, "All");
      await page.getByRole("dialog").getByRole("button", { name: "More actions" }).first().click();
      await expect(page.getByRole("menu")).toBeVisible();
    },
  },
  {
    name: "bell, why",
    who: "busy",
    async go(page) {
      await openTab(page, "All");
      const item = page.getByRole("dialog").getByRole("article").first();
      await act(page, item, "Why this?");
      await expect(item.getByRole("region", { name: "Why this?" })).toContainText("is on for desktop");
    },
  },
  {
    name: "user menu",
    who: "busy",
    async go(page) {
      await page.goto("/inbox");
      await page.getByRole("button", { name: "Ada Lovelace" }).click();
      await expect(page.getByRole("menu")).toBeVisible();
    },
  },
];
