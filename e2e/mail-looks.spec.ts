import { execFileSync } from "node:child_process";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./looks";

/** Kind and HTML of each. */
const mails: [string, string][] = JSON.parse(
  execFileSync(process.execPath, ["--import", "tsx", "e2e/render-mails.ts"], { encoding: "utf8" }),
);

for (const [kind, html] of mails) {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [320, 768]) {
      test(`a ${kind} mail, ${colorScheme}, ${width} px wide (U33)`, async ({ page }, info) => {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        const asked = noteRequests(page);
        await page.setContent(html);
        await expectAccessible(page);
        await expectNoSidewaysScroll(page, width);
        // Nothing is fetched: with images off it is the same mail.
        expect(asked()).toEqual([]);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await info.attach("mail", { body: await page.screenshot({ fullPage: true }), contentType: "image/png" });
      });
    }
  }
}

function noteRequests(page: Page): () => string[] {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  return () => asked;
}
