import { findHeadlessShell } from "../bin/setup/browser.mjs";
import { peakMemory } from "./measure/memory";
import type { Report } from "./measure/report";
import { percentile } from "./measure/statistics";
import { INTERACTIONS, interact, SLOWER } from "./screen/interact";
import { openBrowser, openInbox } from "./screen/open-page";
import { watchBacklog } from "./server/backlog";
import { type Belfry, startBelfry } from "./server/start-belfry";
import { tell } from "./server/tell";
import { inTempFolder } from "./temp-folder";

const ROUNDS = 20;
const NOTIFICATIONS = 60;
const WHO = { email: "bench@example.com", password: "seventeen violet anchors" };

/** How soon the inbox answers, as most people have it; `inbox` does the same with 10,000 rows open. */
export async function run(): Promise<Report> {
  return inTempFolder(async (folder) => {
    const belfry = await startBelfry(folder);
    const browser = await openBrowser(findHeadlessShell());
    try {
      await fill(belfry);
      const address = `http://localhost:${belfry.port}/inbox`;
      const page = await openInbox(browser, address, WHO);
      await page.addInitScript({ path: INTERACTIONS });
      await page.goto(address, { waitUntil: "networkidle" });
      const done = await interact(page, ROUNDS);
      const line = (what: string, figures: number[]) => ({
        ...{ what, figure: percentile(figures, 75), floor: percentile(done.floor, 75) },
        ...{ unit: "ms", target: { most: 200 } },
      });
      return {
        title: `The inbox with ${NOTIFICATIONS} notifications`,
        method: `${ROUNDS} rounds in Chromium, processor ${SLOWER} × slower, as INP is measured: p75 from the press to the next frame. The floor is a click on the heading, which does nothing.`,
        lines: [
          line("open the bell", done.open),
          line("mark as read, by key", done.read),
          line("switch tab in the bell", done.tab),
          line("select a row", done.select),
          line("a letter into the search", done.type),
        ],
        notes: [],
        memory: { belfry: peakMemory(belfry.pid) },
      };
    } finally {
      await browser.close();
      await belfry.stop();
    }
  });
}

async function fill(belfry: Belfry): Promise<void> {
  const { key = "" } = await belfry.cli("api-key", "create", "--name", "Bench", "--scopes", "events:write");
  const person = ["--email", WHO.email, "--name", "Bench", "--password", WHO.password];
  await belfry.cli("user", "set", "--id", "person-0", "--role", "member", ...person);
  const backlog = watchBacklog(belfry.file);
  const all = Array.from({ length: NOTIFICATIONS }, () => [{ user: "person-0", as: "owner" }]);
  await tell(belfry, key, all);
  await backlog.drained();
  backlog.close();
}
