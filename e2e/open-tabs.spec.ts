import type { BrowserContext } from "@playwright/test";
import { expectUnread, itemIn, popupsOf } from "./bell";
import { dealFor } from "./events";
import { expect, type Page, signIn, test, whileListening } from "./fixtures";
import { goTo, withRealFocus } from "./focus";
import { noteTones } from "./tones";

/** Twenty with `SOAK=1` (U21); the rules go through twenty in share-listening.test.ts each time. */
const ROUNDS = process.env.SOAK ? 20 : 4;

test("five tabs have one socket; a pop-up comes once, with one sound, in the active tab or in the one used last (R16, R17, U21)", async ({
  page,
  person,
  api,
  context,
}) => {
  const ada = await person("Ada Lovelace");
  const tones = await noteTones(context);
  const sockets = openSockets(context);
  await signIn(page, ada);
  const tabs = [page];
  for (let more = 0; more < 4; more++) tabs.push(await openTab(context));
  for (const tab of tabs) {
    await tab.getByRole("heading", { level: 1 }).click();
    await withRealFocus(tab);
    // Only what had the focus can lose it: until then a page believes that it has it.
    await goTo(tab);
  }
  const shownBy = (title: string) =>
    Promise.all(tabs.map((tab) => itemIn(popupsOf(tab), `Grace Hopper assigned you ${title}`).count()));
  const heard = async () => (await Promise.all(tabs.map(tones))).map((each) => each.length);

  await goTo(tabs[2]!);
  await api.post(dealFor(ada, "Active"));
  await expect.poll(() => shownBy("Active")).toEqual([0, 0, 1, 0, 0]);
  expect(await sockets()).toBe(1);
  // The same sound does not begin again within 0.8 s.
  await page.waitForTimeout(1_000);

  // Somewhere else entirely.
  await (await context.newPage()).bringToFront();
  await expect.poll(() => tabs[2]!.evaluate(() => document.hasFocus())).toBe(false);
  await api.post(dealFor(ada, "Nobody"));
  for (const tab of tabs) await expectUnread(tab, 2);
  await expect.poll(() => shownBy("Nobody")).toEqual([0, 0, 1, 0, 0]);
  // A tab that is not in front waits for as long before it would show one itself.
  await page.waitForTimeout(3_000);
  expect(await shownBy("Nobody")).toEqual([0, 0, 1, 0, 0]);
  // Six tones are one chime; two came, at two times.
  expect(total(await heard())).toBe(12);
});

test(`of what comes while the leader is closed, ${ROUNDS} times, nothing is missed and nothing comes twice (U21)`, async ({
  page,
  person,
  api,
  context,
}) => {
  test.slow();
  const ada = await person("Ada Lovelace");
  const shown: string[] = [];
  await context.exposeBinding("noteShown", (_, title: string) => void shown.push(title));
  await context.addInitScript(notePopups);
  const sockets = openSockets(context);
  await signIn(page, ada);
  await withRealFocus(page);
  let leader = page;
  const titles: string[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    const next = await openTab(context);
    await withRealFocus(next);
    await goTo(next);
    await post("before");
    await Promise.all([post("while"), leader.close()]);
    await post("after");
    await expectUnread(next, 3 * round, 5_000);
    await expect.poll(sockets).toBe(1);
    leader = next;

    async function post(when: string) {
      titles.push(`${round} ${when}`);
      await api.post(dealFor(ada, `${round} ${when}`));
    }
  }
  const wanted = titles.map((title) => `Grace Hopper assigned you ${title}`);
  await expect.poll(() => [...shown].sort()).toEqual(wanted.sort());
});

function total(counts: number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

async function openTab(context: BrowserContext): Promise<Page> {
  const tab = await context.newPage();
  await whileListening(tab, () => tab.goto("/inbox"));
  return tab;
}

/** How many sockets the pages of a browser have open. */
function openSockets(context: BrowserContext): () => number {
  const sockets = new Set<unknown>();
  const watch = (page: Page) => {
    page.on("websocket", (socket) => {
      sockets.add(socket);
      socket.on("close", () => sockets.delete(socket));
      page.on("close", () => sockets.delete(socket));
    });
  };
  for (const page of context.pages()) watch(page);
  context.on("page", watch);
  return () => sockets.size;
}

/** Runs in each page: says the title of every pop-up that appears in it. */
function notePopups() {
  const known = new Set<Element>();
  const look = () => {
    for (const popup of document.querySelectorAll("[data-popups] article")) {
      if (known.has(popup)) continue;
      known.add(popup);
      const title = document.getElementById(popup.getAttribute("aria-labelledby") ?? "")?.textContent ?? "";
      (window as never as { noteShown(title: string): void }).noteShown(title);
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
}
