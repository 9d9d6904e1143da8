import type { Page, WebSocketRoute } from "@playwright/test";
import { bellOf, expectUnread, openBell } from "./bell";
import { dealFor } from "./events";
import { expect, signIn, test } from "./fixtures";

test("is right again after the network was away, and says so meanwhile", async ({ page, person, api, faults }) => {
  faults.expectAlso(/ERR_INTERNET_DISCONNECTED/);
  const sockets = await keepSockets(page);
  const ada = await person("Ada Lovelace");
  await api.post(dealFor(ada, "First"));
  await signIn(page, ada);
  const panel = await openBell(page);
  await page.context().setOffline(true);
  await dropAll(sockets);
  await expect(panel).toContainText("You are offline. This is what was here before.");
  await api.post(dealFor(ada, "Second"));
  await api.post(dealFor(ada, "Third"));
  await api.expectUnread(ada.id, 3);
  await expectUnread(page, 1);

  await page.context().setOffline(false);
  await expectUnread(page, 3);
  await expect(panel).not.toContainText("You are offline");
  await expect(panel.getByRole("article")).toHaveCount(3);

  // And it listens again: nothing but a signal tells of this one so soon.
  await expect.poll(() => sockets.length).toBeGreaterThan(1);
  await api.post(dealFor(ada, "Fourth"));
  await expectUnread(page, 4);
});

test("shows a pause that was made elsewhere while the network was away (U16)", async ({
  page,
  person,
  another,
  faults,
}) => {
  faults.expectAlso(/ERR_INTERNET_DISCONNECTED/);
  const sockets = await keepSockets(page);
  const ada = await person("Ada Lovelace");
  await signIn(page, ada);
  const paused = (on: Page) => on.getByRole("banner").getByRole("link", { name: /^Paused until/ });
  await page.context().setOffline(true);
  await dropAll(sockets);
  const elsewhere = await another();
  await signIn(elsewhere, ada, "/settings/notifications/quiet-hours");
  await elsewhere.getByRole("button", { name: "For an hour" }).click();
  await expect(paused(elsewhere)).toBeVisible();
  await expect(paused(page)).toHaveCount(0);
  await page.context().setOffline(false);
  await expect(paused(page)).toBeVisible();
});

test("is right when somebody comes back to a tab that had lost its socket", async ({ page, person, api }) => {
  const sockets = await keepSockets(page);
  const ada = await person("Ada Lovelace");
  await signIn(page, ada);
  await hide(page, true);
  await dropAll(sockets);
  await api.post(dealFor(ada, "First"));
  await api.expectUnread(ada.id, 1);
  await expect(bellOf(page)).toHaveAccessibleName("Notifications");
  await hide(page, false);
  await expectUnread(page, 1);
});

test("is right when a page comes back from the browser's history", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await signIn(page, ada);
  await page.goto("about:blank");
  await api.post(dealFor(ada, "First"));
  await api.expectUnread(ada.id, 1);
  await page.goBack();
  await expectUnread(page, 1);
});

/** The page's sockets, so that they can be cut as a network cuts them. To be called before the page opens any. */
async function keepSockets(page: Page): Promise<WebSocketRoute[]> {
  const sockets: WebSocketRoute[] = [];
  await page.routeWebSocket(/\/app\//, (socket) => {
    socket.connectToServer();
    sockets.push(socket);
  });
  return sockets;
}

async function dropAll(sockets: WebSocketRoute[]): Promise<void> {
  expect(sockets.length).toBeGreaterThan(0);
  await Promise.all(sockets.map((socket) => socket.close({ code: 1001 })));
}

async function hide(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate((hidden) => {
    Object.defineProperty(document, "visibilityState", { value: hidden ? "hidden" : "visible", configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);
}
