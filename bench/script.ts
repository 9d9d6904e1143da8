import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { openDatabase } from "@/db/client";
import { EMPTY_PAGE } from "./floors/empty-page";
import { peakMemory } from "./measure/memory";
import type { Report } from "./measure/report";
import { openBrowser } from "./screen/open-page";
import { makeChooser } from "./server/chooser";
import { SECRET } from "./server/context";
import { startBelfry } from "./server/start-belfry";
import { inTempFolder } from "./temp-folder";

const KB = 1000;

/** How much script the inbox needs, above an empty page of the same build. */
export async function run(): Promise<Report> {
  return inTempFolder(async (folder) => {
    const belfry = await startBelfry(folder, { AUTH_SECRET: SECRET });
    const db = await openDatabase(`file:${belfry.file}`);
    const browser = await openBrowser();
    try {
      const { cookie } = await makeChooser(db);
      const address = `http://localhost:${belfry.port}/inbox`;
      const context = await browser.newContext({ extraHTTPHeaders: { cookie } });
      const { html, loaded } = await load(await context.newPage(), address);
      const floor = weigh(scriptsOf(readFileSync(EMPTY_PAGE, "utf8")));
      const first = scriptsOf(html);
      const later = loaded.filter((name) => !first.includes(name));
      return {
        title: "Client script of the inbox",
        method:
          "Gzip of every script that the page's document names, without the one for browsers that know no modules. The floor is an empty page of the same build. What comes later is what Chromium fetched besides until the network was quiet.",
        lines: [
          { what: "script of the document", figure: weigh(first), floor, unit: "KB", target: { above: 85 } },
          { what: "with what comes later, unasked for", figure: weigh([...first, ...later]), floor, unit: "KB" },
        ],
        notes: [
          `Above the floor: ${(weigh(first) - floor).toFixed(1)} KB, in ${first.length} files; later ${weigh(later).toFixed(1)} KB, in ${later.length}.`,
        ],
        memory: { belfry: peakMemory(belfry.pid) },
      };
    } finally {
      await browser.close();
      await db.close();
      await belfry.stop();
    }
  });
}

async function load(page: Page, address: string): Promise<{ html: string; loaded: string[] }> {
  const loaded = new Set<string>();
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") for (const name of scriptsOf(response.url())) loaded.add(name);
  });
  const answer = await page.goto(address, { waitUntil: "networkidle" });
  const html = (await answer?.text()) ?? "";
  if (new URL(page.url()).pathname !== "/inbox") throw new Error(`The browser was sent to ${page.url()}.`);
  return { html, loaded: [...loaded] };
}

/** Every script named in a text, once. */
function scriptsOf(text: string): string[] {
  const modern = text.replaceAll(/<script[^>]*\bnomodule\b[^>]*>/gi, "");
  return [...new Set(modern.match(/static\/chunks\/[^"'\\?\s]+?\.js/g) ?? [])];
}

/** In KB of 1,000 bytes. */
function weigh(names: readonly string[]): number {
  return names.reduce((sum, name) => sum + gzipSync(readFileSync(`.next/${name}`)).length, 0) / KB;
}
