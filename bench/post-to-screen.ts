import type { Page } from "@playwright/test";
import { inRounds } from "./measure/in-rounds";
import { peakMemory } from "./measure/memory";
import type { Report } from "./measure/report";
import { percentile } from "./measure/statistics";
import { startEcho } from "./screen/echo";
import { beActive, openBrowser, openInbox } from "./screen/open-page";
import { callApi } from "./server/call-api";
import { makeKey } from "./server/make-key";
import { makeReader } from "./server/reader";
import { sampleEvent } from "./server/sample-event";
import { startBelfry } from "./server/start-belfry";
import { inTempFolder } from "./temp-folder";

const EVENTS = 100;
const PATIENCE = 5000;

/** From just before the post, in this process, to the frame that shows the pop-up, in another process's Chromium. */
export async function run(): Promise<Report> {
  return inTempFolder(async (folder) => {
    const belfry = await startBelfry(folder);
    const browser = await openBrowser();
    const echo = await startEcho();
    try {
      await makeReader(belfry, "super_admin");
      const key = await makeKey(belfry, "events:write");
      const page = await openInbox(browser, belfry);
      await page.evaluate(`showWhatComesFrom(${JSON.stringify(echo.address)})`);
      let n = 0;
      const found = await inRounds(EVENTS, {
        async popup() {
          await beActive(page);
          const title = `A pop-up, number ${++n} of many`;
          return timeToScreen(page, title, () =>
            callApi(belfry, key, ["POST", "/events"], { ...sampleEvent(0), title }),
          );
        },
        echo: () => {
          const text = `An echo, number ${n} of many`;
          return timeToScreen(page, text, async () => echo.send(text));
        },
      });
      const line = (percent: number, most: number) => ({
        what: `post to visible pop-up, p${percent}`,
        figure: percentile(found.popup, percent),
        floor: percentile(found.echo, percent),
        unit: "ms",
        target: { most },
      });
      return {
        title: "Post to screen",
        method: `${EVENTS} events, one by one, from this process to Chromium. The floor is a bare WebSocket to an element in the same page, in turn.`,
        lines: [line(50, 100), line(95, 250)],
        notes: [`Slowest: ${Math.round(Math.max(...found.popup))} ms.`],
        memory: { belfry: peakMemory(belfry.pid) },
      };
    } finally {
      echo.stop();
      await browser.close();
      await belfry.stop();
    }
  });
}

/** Both clocks are this machine's, so that a moment of the page can be taken from one of ours. */
async function timeToScreen(page: Page, text: string, send: () => Promise<unknown>): Promise<number> {
  await page.evaluate(`watchFor(${JSON.stringify(text)})`);
  const start = performance.timeOrigin + performance.now();
  await send();
  const late = AbortSignal.timeout(PATIENCE);
  const tooLate = new Promise<never>((_, reject) => {
    late.onabort = () => reject(new Error(`"${text}" did not show within ${PATIENCE} ms.`));
  });
  return (await Promise.race([page.evaluate<number>("shownAt"), tooLate])) - start;
}
