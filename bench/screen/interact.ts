import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { inRounds } from "../measure/in-rounds";
import { percentile } from "../measure/statistics";

/** What the page must have run before its own scripts. */
export const INTERACTIONS = fileURLToPath(new URL("./interactions.js", import.meta.url));
/** How many times the processor is slowed down. */
const SLOWER = 4;

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

export function interactMethod(rounds: number): string {
  return `${rounds} rounds in Chromium, processor ${SLOWER} × slower, as INP is measured: p75 from the press to the next frame. The floor is a click on the heading, which does nothing.`;
}

/** What `interact` found, each beside the floor, with INP's target. */
export function interactLines(done: Awaited<ReturnType<typeof interact>>) {
  const line = (what: string, figures: number[]) => ({
    what,
    figure: percentile(figures, 75),
    floor: percentile(done.floor, 75),
    unit: "ms",
    target: { most: 200 },
  });
  return [
    line("open the bell", done.open),
    line("mark as read, by key", done.read),
    line("switch tab in the bell", done.tab),
    line("select a row", done.select),
    line("a letter into the search", done.type),
  ];
}
