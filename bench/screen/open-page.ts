import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "@playwright/test";
import { BROWSER_ARGS, findBrowser } from "../../bin/setup/browser.mjs";
import { READER } from "../server/reader";
import type { Belfry } from "../server/start-belfry";

const WATCH = fileURLToPath(new URL("./watch.js", import.meta.url));

/** The one for tests by default. */
export async function openBrowser(executablePath = findBrowser()): Promise<Browser> {
  if (!executablePath) throw new Error("There is no Chromium: name one by CHROMIUM_PATH.");
  return chromium.launch({ executablePath, args: BROWSER_ARGS });
}

/** Signs the reader in, and waits until the tab listens and counts as active: only then are there pop-ups. */
export async function openInbox(browser: Browser, { port }: Belfry): Promise<Page> {
  // Without the page's policy, so that the floor's socket may open in the same page.
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  await page.addInitScript({ path: WATCH });
  // Asked of the socket as soon as there is one: on an idle machine the frame comes before the page is looked at.
  const listening = page
    .waitForEvent("websocket", { timeout: 20_000 })
    .then((socket) => socket.waitForEvent("framereceived", { predicate: isJoined, timeout: 20_000 }));
  await page.goto(`http://localhost:${port}/inbox`);
  await page.getByRole("textbox", { name: "Email" }).fill(READER.email);
  await page.getByRole("textbox", { name: "Password" }).fill(READER.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("region", { name: "Pop-up notifications" }).waitFor({ state: "attached", timeout: 20_000 });
  await listening;
  await beActive(page);
  return page;
}

function isJoined({ payload }: { payload: string | Buffer }): boolean {
  return payload.includes("subscription_succeeded");
}

/** As a person who moves the mouse: the tab says so at most now and then. */
export async function beActive(page: Page): Promise<void> {
  await page.mouse.move(200 + Math.random() * 100, 200 + Math.random() * 100);
}
