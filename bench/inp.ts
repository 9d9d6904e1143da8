import { findHeadlessShell } from "../bin/setup/browser.mjs";
import { peakMemory } from "./measure/memory";
import type { Report } from "./measure/report";
import { INTERACTIONS, interact, interactLines, interactMethod } from "./screen/interact";
import { openBrowser, openInbox } from "./screen/open-page";
import { fillInbox } from "./server/fill-inbox";
import { makeReader, READER } from "./server/reader";
import { startBelfry } from "./server/start-belfry";
import { inTempFolder } from "./temp-folder";

const ROUNDS = 20;
const NOTIFICATIONS = 60;

/** How soon the inbox answers, as most people have it; `inbox` does the same with 10,000 rows open. */
export async function run(): Promise<Report> {
  return inTempFolder(async (folder) => {
    const belfry = await startBelfry(folder);
    const browser = await openBrowser(findHeadlessShell());
    try {
      await makeReader(belfry);
      await fillInbox(belfry, READER.id, NOTIFICATIONS);
      const address = `http://localhost:${belfry.port}/inbox`;
      const page = await openInbox(browser, belfry);
      await page.addInitScript({ path: INTERACTIONS });
      await page.goto(address, { waitUntil: "networkidle" });
      const done = await interact(page, ROUNDS);
      return {
        title: `The inbox with ${NOTIFICATIONS} notifications`,
        method: interactMethod(ROUNDS),
        lines: interactLines(done),
        notes: [],
        memory: { belfry: peakMemory(belfry.pid) },
      };
    } finally {
      await browser.close();
      await belfry.stop();
    }
  });
}
