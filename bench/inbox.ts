import type { Page } from "@playwright/test";
import { openDatabase } from "@/db/client";
import type { Database } from "@/db/database";
import type { UserContext } from "@/lib/usecases/context";
import { listInbox } from "@/lib/usecases/inbox/list-inbox";
import { openRaw } from "./floors/raw-rows";
import { inRounds } from "./measure/in-rounds";
import { peakMemory } from "./measure/memory";
import type { Report } from "./measure/report";
import { median } from "./measure/statistics";
import { timed } from "./measure/timed";
import { INTERACTIONS, interact, interactLines, interactMethod } from "./screen/interact";
import { openBrowser, openInbox } from "./screen/open-page";
import { contextIn } from "./server/context";
import { makeMillion, UNREAD } from "./server/million";
import { makeReader } from "./server/reader";
import { startBelfry } from "./server/start-belfry";
import { workspaceOf } from "./server/workspace";
import { inTempFolder } from "./temp-folder";

const TOTAL = 1_000_000;
const ROUNDS = 10;

/** The inbox of a person with 10,000 notifications, all of them open: how soon it answers, and how quick its search is. */
export async function run(): Promise<Report> {
  return inTempFolder(async (folder) => {
    await prepare(folder);
    const belfry = await startBelfry(folder);
    const db = await openDatabase(`file:${belfry.file}`);
    const browser = await openBrowser();
    try {
      await makeReader(belfry);
      const searched = await timeSearch(db);
      const page = await openInbox(browser, belfry);
      await page.addInitScript({ path: INTERACTIONS });
      await page.goto(`http://localhost:${belfry.port}/inbox`, { waitUntil: "networkidle" });
      const loaded = await loadAll(page);
      const scrolled = await scroll(page);
      const drawn = `${await page.locator("article").count()} rows and ${await elements(page)} elements`;
      const done = await interact(page, ROUNDS);
      return {
        title: `The inbox with ${loaded.toLocaleString("en")} rows open`,
        method: `${interactMethod(ROUNDS)} Search: ${ROUNDS} calls of the use case among ${TOTAL.toLocaleString("en")} rows; the floor is the first page.`,
        lines: [
          ...interactLines(done),
          {
            what: "search that finds nothing in 10,000",
            figure: median(searched.none),
            unit: "ms",
            floor: median(searched.floor),
            target: { most: 300 },
          },
          { what: "longest task while scrolling", figure: scrolled, unit: "ms", target: { most: 100 } },
        ],
        notes: [`${drawn} are in the page at once.`],
        memory: { belfry: peakMemory(belfry.pid) },
      };
    } finally {
      await browser.close();
      await db.close();
      await belfry.stop();
    }
  });
}

/** A server makes its tables, and stops before the million comes; the person's own are about a record each. */
async function prepare(folder: string): Promise<void> {
  const belfry = await startBelfry(folder);
  await belfry.stop();
  const db = await openDatabase(`file:${belfry.file}`);
  const workspaceId = await workspaceOf(db);
  await db.close();
  makeMillion(belfry.file, workspaceId, TOTAL);
  const raw = openRaw(belfry.file);
  raw.prepare("update notifications set subject = json_set(subject, '$.id', id) where user_id = ?").run(UNREAD);
  raw.close();
}

async function timeSearch(db: Database) {
  const ctx: UserContext = {
    ...contextIn(db, await workspaceOf(db)),
    actor: { kind: "user", id: UNREAD, name: UNREAD, role: "member", timeZone: "UTC", sessionId: "ses_bench" },
  };
  const ask = (search?: string) => timed(() => listInbox.run(ctx, listInbox.input.parse({ search })));
  return inRounds(ROUNDS, { none: () => ask("Göteborg"), floor: () => ask() });
}

/** Answers how many there are. */
async function loadAll(page: Page): Promise<number> {
  const more = page.getByRole("button", { name: "Load more" });
  let pages = 1;
  while ((await more.count()) > 0) {
    await more.dispatchEvent("click");
    await page.waitForFunction(() => {
      const buttons = [...document.querySelectorAll("main button")];
      return !buttons.some((button) => button.textContent === "Loading");
    });
    pages++;
  }
  return pages * 50;
}

/** Through a thousand rows by the wheel, at the processor's own pace; answers the longest task. */
async function scroll(page: Page): Promise<number> {
  await page.mouse.move(600, 400);
  await page.evaluate("takeLongTask()");
  for (let turns = 0; turns < 100; turns++) {
    await page.mouse.wheel(0, 800);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  const longest = await page.evaluate<number>("takeLongTask()");
  await page.evaluate(() => window.scrollTo({ top: 0 }));
  return longest;
}

function elements(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelectorAll("*").length);
}
