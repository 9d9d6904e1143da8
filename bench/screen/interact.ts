import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { inRounds } from "../measure/in-rounds";

/** What the page must have run before its own scripts. */
export const INTERACTIONS = fileURLToPath(new URL("./interactions.js", import.meta.url));
/** How many times the processor is slowed down. */
export const SLOWER = 4;

/**
 * Opens the bell, marks as read, switches tabs, selects and types, each so many times, with a slower processor. Answers
 * how long each took by Event Timing, as INP counts it; the floor is a click that does nothing. The page is the inbox.
 */
export async function interact(page: Page, rounds: number) {
  const client = await page.context().newCDPSession(page);
  await client.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  const bell = page.getByRole("banner").getByRole("button", { name: /^Notifications/ });
  const panel = page.getByRole("dialog", { name: "Notifications" });
  const search = page.getByRole("searchbox", { name: "Search notifications" });
  const measure = async (act: () => Promise<unknown>) => {
    await page.evaluate("takeInteraction()");
    await act();
    return page.evaluate<number>("takeInteraction()");
  };
  const closed = async () => {
    if ((await panel.count()) > 0) await page.keyboard.press("Escape");
    await panel.waitFor({ state: "detached" });
  };
  let tab = "All";
  const found = await inRounds(rounds, {
    floor: async () => {
      await closed();
      return measure(() => page.getByRole("heading", { level: 1 }).click());
    },
    open: () => measure(() => bell.click()),
    tab: () => {
      tab = tab === "All" ? "Apps" : "All";
      return measure(() => panel.getByRole("tab", { name: tab }).click());
    },
    read: async () => {
      await closed();
      await page.keyboard.press("j");
      return measure(() => page.keyboard.press("u"));
    },
    select: () => measure(() => page.keyboard.press("x")),
  });
  // Last, since an answer is another list: what was loaded is gone then.
  const typed = await inRounds(rounds, {
    type: async () => {
      await search.focus();
      const taken = await measure(() => page.keyboard.press("e"));
      await page.keyboard.press("Backspace");
      return taken;
    },
  });
  await client.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  return { ...found, ...typed };
}
