import { bellOf, expectUnread, itemIn, openBell, panelOf } from "./bell";
import { changeDatabase } from "./database";
import { appMessageFor, dealFor, exportFor } from "./events";
import { expect, type Page, signIn, test, whileListening } from "./fixtures";

test("opens a dialog that is named, and is not modal (U2)", async ({ asResident }) => {
  const page = await inboxOf(asResident);
  await expect(bellOf(page)).toHaveAttribute("aria-haspopup", "dialog");
  await expect(bellOf(page)).toHaveAttribute("aria-expanded", "false");
  const panel = await openBell(page);
  await expect(bellOf(page)).toHaveAttribute("aria-expanded", "true");
  await expect(panel).not.toHaveAttribute("aria-modal", "true");
  await expect(panel.getByRole("heading", { name: "Notifications" })).toBeFocused();
});

for (const key of ["Enter", "Space"]) {
  test(`opens by ${key}, and Escape gives the focus back to the bell (U2)`, async ({ asResident }) => {
    const page = await inboxOf(asResident);
    await bellOf(page).focus();
    await page.keyboard.press(key);
    await expect(panelOf(page)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(panelOf(page)).toBeHidden();
    await expect(bellOf(page)).toBeFocused();
  });
}

test("closes when something else is clicked (U2)", async ({ asResident }) => {
  const page = await inboxOf(asResident);
  await openBell(page);
  await page.getByRole("heading", { name: "Inbox" }).click();
  await expect(panelOf(page)).toBeHidden();
});

test("opens as soon as the network is back, when it failed before its script came (U11)", async ({
  asResident,
  faults,
}) => {
  faults.expectAlso(/Failed to load resource|Failed to load chunk/);
  const page = await asResident("quiet");
  const first = await (await page.request.get("/inbox")).text();
  let failing = true;
  let failed = 0;
  await page.route("**/_next/static/chunks/*.js", (route) => {
    if (!failing || first.includes(new URL(route.request().url()).pathname)) return route.continue();
    failed++;
    return route.abort();
  });
  await page.goto("/inbox");
  await expect.poll(() => failed, "what is fetched when the browser has nothing to do").toBeGreaterThan(0);
  const before = failed;
  await bellOf(page).click();
  await expect.poll(() => failed, "what the open bell needs").toBeGreaterThan(before);
  await expect(bellOf(page)).toHaveAttribute("aria-expanded", "true");
  await expect(panelOf(page)).toBeHidden();
  failing = false;
  await expect(panelOf(page)).toBeVisible();
});

test("has the tabs All, Downloads and Apps, each with its own (R6)", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await api.post(dealFor(ada, "ACME renewal"));
  await api.post(exportFor(ada, "Q4 customers"));
  await api.post(appMessageFor(ada, "Fortnox import"));
  await signIn(page, ada);
  const panel = await openBell(page);
  const titles = panel.getByRole("article").getByRole("heading");
  const deal = "Grace Hopper assigned you ACME renewal";
  const ready = "Your export Q4 customers is ready to download";
  await expect(panel.getByRole("tab")).toHaveCount(3);
  await expect(titles).toHaveText(["Fortnox import", ready, deal]);
  await panel.getByRole("tab", { name: "Downloads", exact: true }).click();
  await expect(titles).toHaveText([ready]);
  await expect(panel.getByRole("tabpanel", { name: "Downloads" })).toBeVisible();
  await panel.getByRole("tab", { name: "Apps", exact: true }).click();
  await expect(titles).toHaveText(["Fortnox import"]);
});

test("goes through the tabs by arrows, Home and End (U9)", async ({ asResident }) => {
  const page = await inboxOf(asResident);
  const panel = await openBell(page);
  const tab = (name: string) => panel.getByRole("tab", { name, exact: true });
  await tab("All").focus();
  const steps = [
    ["ArrowRight", "Downloads"],
    ["ArrowRight", "Apps"],
    ["ArrowRight", "All"],
    ["ArrowLeft", "Apps"],
    ["Home", "All"],
    ["End", "Apps"],
  ] as const;
  for (const [key, name] of steps) {
    await page.keyboard.press(key);
    await expect(tab(name)).toBeFocused();
    await expect(tab(name)).toHaveAttribute("aria-selected", "true");
    await expect(panel.locator("[role=tab][tabindex='0']")).toHaveCount(1);
  }
});

test("names each article by its title, with its place in the feed (U3)", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await api.post(dealFor(ada, "ACME renewal"));
  await api.post(dealFor(ada, "Northwind expansion"));
  await signIn(page, ada);
  const panel = await openBell(page);
  await expect(panel.getByRole("feed")).toBeVisible();
  const first = itemIn(panel, "Grace Hopper assigned you Northwind expansion");
  await expect(first).toHaveAttribute("aria-posinset", "1");
  await expect(first).toHaveAttribute("aria-setsize", "2");
  await expect(itemIn(panel, "Grace Hopper assigned you ACME renewal")).toHaveAttribute("aria-posinset", "2");
});

test("says when, with the full time of the person's zone behind it (U13)", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  expect((await api.send("PUT", `/users/${ada.id}`, { time_zone: "Asia/Tokyo" })).status).toBeLessThan(300);
  await api.post(dealFor(ada, "ACME renewal"));
  await signIn(page, ada);
  const time = (await openBell(page)).getByRole("article").locator("time");
  const at = new Date((await time.getAttribute("datetime")) ?? "");
  const hour = new Intl.DateTimeFormat("en", { timeZone: "Asia/Tokyo", hour: "2-digit", hourCycle: "h23" }).format(at);
  await expect(time).toHaveAttribute("title", new RegExp(`\\b${hour}:`));
});

test("says how long ago it was, in the inbox and the bell, also once the page is awake (U13)", async ({
  page,
  person,
  api,
  server,
}) => {
  const ada = await person("Ada Lovelace");
  await api.decided(await api.post(dealFor(ada, "ACME renewal")));
  const moved = "created_at = created_at - 7260000, updated_at = updated_at - 7260000";
  changeDatabase(server, `update notifications set ${moved} where user_id = ?`, ada.id);
  await signIn(page, ada, "/inbox");
  await page.reload();
  const inInbox = page.getByRole("main").getByRole("article").locator("time");
  await expect(inInbox).toHaveText("2 h ago");
  const inBell = (await openBell(page)).getByRole("article").locator("time");
  await expect(inBell).toHaveText("2 h ago");
  await expect(inInbox).toHaveText("2 h ago");
});

test("leads to the record, beside Belfry, and is read by that", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await api.post(dealFor(ada, "ACME renewal"));
  await signIn(page, ada);
  await page.context().route("https://crm.example/**", (route) => route.fulfill({ body: "the deal" }));
  const panel = await openBell(page);
  const opened = page.context().waitForEvent("page");
  await panel.getByRole("link", { name: /ACME renewal/ }).click();
  expect((await opened).url()).toContain("https://crm.example/deals/");
  await expectUnread(page, 0);
});

test("leads to the inbox by See all, and closes (R5)", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await api.post(dealFor(ada, "ACME renewal"));
  await signIn(page, ada, "/settings/devices");
  await (await openBell(page)).getByRole("link", { name: "See all" }).click();
  await expect(page).toHaveURL("/inbox");
  await expect(panelOf(page)).toBeHidden();
  await expect(itemIn(page.getByRole("main"), "Grace Hopper assigned you ACME renewal")).toBeVisible();
});

test("says in an empty tab what will appear there (U11)", async ({ asResident }) => {
  const page = await inboxOf(asResident);
  const panel = await openBell(page);
  await expect(panel).toContainText("Nothing new");
  await panel.getByRole("tab", { name: "Downloads" }).click();
  await expect(panel).toContainText("No downloads");
  await panel.getByRole("tab", { name: "Apps" }).click();
  await expect(panel).toContainText("No messages from apps");
});

/** Of somebody to whom nothing ever happened; ready to be clicked. */
async function inboxOf(asResident: (who: "quiet") => Promise<Page>): Promise<Page> {
  const page = await asResident("quiet");
  await whileListening(page, () => page.goto("/inbox"));
  return page;
}
