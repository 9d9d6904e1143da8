import { fileURLToPath } from "node:url";
import type { CDPSession, Page } from "@playwright/test";
import { inRounds } from "./measure/in-rounds";
import { peakMemory } from "./measure/memory";
import type { Report } from "./measure/report";
import { percentile } from "./measure/statistics";
import { openBrowser, openInbox } from "./screen/open-page";
import { makeReader } from "./server/reader";
import { startBelfry } from "./server/start-belfry";
import { inTempFolder } from "./temp-folder";

const ROUNDS = 20;
const SLOWER = 4;
const PAINT = fileURLToPath(new URL("./screen/paint.js", import.meta.url));
const TOGGLED = "orders.won";
/** The tab whose rows have the most in them. */
const PAGE = "/settings/notifications/desktop";

/** How soon the preferences page shows what a person does: on the production build, with every topic that there is. */
export async function run(): Promise<Report> {
  return inTempFolder(async (folder) => {
    const belfry = await startBelfry(folder);
    const browser = await openBrowser();
    try {
      await makeReader(belfry, "super_admin");
      const page = await openInbox(browser, belfry);
      await page.addInitScript({ path: PAINT });
      await page.goto(`http://localhost:${belfry.port}${PAGE}`, { waitUntil: "networkidle" });
      const topics = await unfold(page);
      await page.evaluate("timeSearch('')");
      const client = await page.context().newCDPSession(page);
      const searched = await inRounds(ROUNDS, {
        // The letter that most topics have: as many rows come as can.
        all: () => page.evaluate<number>("timeSearch('e')"),
        none: () => page.evaluate<number>("timeSearch('')"),
        floor: () => page.evaluate<number>("timeWord()"),
      });
      await unfold(page);
      await slowDown(client, SLOWER);
      const toggled = await inRounds(ROUNDS, {
        toggle: () => page.evaluate<number>(`timeToggle('${TOGGLED}')`),
        floor: () => page.evaluate<number>("timeWord()"),
      });
      await slowDown(client, 1);
      const line = (what: string, figures: number[], floor: number[], most: number) => ({
        what,
        figure: percentile(figures, 50),
        floor: percentile(floor, 50),
        unit: "ms",
        target: { most },
      });
      return {
        title: "Preferences",
        method: `${ROUNDS} rounds in Chromium, ${topics} topics; medians until the frame is painted. The floor changes one attribute.`,
        lines: [
          line("search that finds nearly all topics, first screen", searched.all, searched.floor, 50),
          line("search cleared", searched.none, searched.floor, 50),
          line(`toggle among all topics, processor ${SLOWER} × slower`, toggled.toggle, toggled.floor, 100),
        ],
        notes: [`p95: search ${p95(searched.all)} ms, toggle ${p95(toggled.toggle)} ms.`],
        memory: { belfry: peakMemory(belfry.pid) },
      };
    } finally {
      await browser.close();
      await belfry.stop();
    }
  });
}

/** Shows all that the broadest search finds, also what comes after the first screen; answers how many topics. */
async function unfold(page: Page): Promise<number> {
  await page.evaluate("timeSearch('e')");
  await page.locator(`[id="topic-${TOGGLED}"]`).waitFor();
  return page.locator("[id^=topic-][role=checkbox]").count();
}

function slowDown(client: CDPSession, rate: number) {
  return client.send("Emulation.setCPUThrottlingRate", { rate });
}

function p95(figures: number[]): number {
  return Math.round(percentile(figures, 95));
}
