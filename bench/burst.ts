import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { peakMemory } from "./measure/memory";
import type { Report } from "./measure/report";
import { beActive, openBrowser, openInbox } from "./screen/open-page";
import { makeKey } from "./server/make-key";
import { makeReader, READER } from "./server/reader";
import { type Belfry, startBelfry } from "./server/start-belfry";
import { tell } from "./server/tell";
import { inTempFolder } from "./temp-folder";

const STILLNESS = fileURLToPath(new URL("./screen/stillness.js", import.meta.url));
/** Fifty in two seconds. */
const [PARTS, PART, EVERY] = [5, 10, 400] as const;
/** Milliseconds; what is gathered is said after one second. */
const QUIET = 2500;
const PAGES = ["/inbox", "/settings/notifications/desktop"];

interface Still {
  shifted: number;
  said: number;
  moved: boolean;
}

/** Fifty arrivals in two seconds, at somebody who looks at an inbox without anything in it, or at another page (U5, U6). */
export async function run(): Promise<Report> {
  return inTempFolder(async (folder) => {
    const belfry = await startBelfry(folder);
    const browser = await openBrowser();
    try {
      const key = await makeKey(belfry, "events:write");
      await makeReader(belfry);
      const page = await openInbox(browser, belfry);
      await page.addInitScript({ path: STILLNESS });
      let rows = 0;
      const found: { path: string; quiet: Still; burst: Still }[] = [];
      for (const path of PAGES) {
        await page.goto(`http://localhost:${belfry.port}${path}`, { waitUntil: "networkidle" });
        const quiet = await during(page, async () => {});
        found.push({ path, quiet, burst: await during(page, () => burst(belfry, key)) });
        if (path === "/inbox") rows = await page.locator("main article").count();
      }
      return {
        title: "Fifty arrivals in two seconds",
        method: `${PARTS} batches of ${PART}, to one person whose tab is active; first on an empty inbox. The floor is the same page while nothing arrives.`,
        lines: found.flatMap(({ path, quiet, burst }) => [
          { ...shift(path), figure: burst.shifted, floor: quiet.shifted, target: { most: 0.02 } },
          { what: `${path}: announcements`, figure: burst.said, floor: quiet.said, unit: "", target: { most: 3 } },
          { what: `${path}: focus or scroll moved`, figure: Number(burst.moved), unit: "", target: { most: 0 } },
        ]),
        notes: [`${rows} rows came into the inbox.`],
        memory: { belfry: peakMemory(belfry.pid) },
      };
    } finally {
      await browser.close();
      await belfry.stop();
    }
  });
}

function shift(path: string) {
  return { what: `${path}: layout shift`, unit: "" };
}

async function during(page: Page, work: () => Promise<void>): Promise<Still> {
  await beActive(page);
  await page.evaluate("watchStillness()");
  await work();
  await sleep(QUIET);
  return page.evaluate<Still>("takeStillness()");
}

async function burst(belfry: Belfry, key: string): Promise<void> {
  for (let part = 0; part < PARTS; part++) {
    const each = Array.from({ length: PART }, () => [{ user: READER.id, as: "owner" }]);
    await Promise.all([tell(belfry, key, each, part * PART), sleep(EVERY)]);
  }
}
