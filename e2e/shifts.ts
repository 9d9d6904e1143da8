import type { Page } from "@playwright/test";

/** Adds up the layout shifts from now on, those after a key or a click among them. */
export async function watchShifts(page: Page): Promise<() => Promise<number>> {
  const sum = await page.evaluateHandle(() => {
    const seen = { value: 0 };
    const add = (entries: PerformanceEntry[]) => {
      for (const entry of entries) seen.value += (entry as PerformanceEntry & { value: number }).value;
    };
    const observer = new PerformanceObserver((list) => add(list.getEntries()));
    observer.observe({ type: "layout-shift" });
    return () => {
      add(observer.takeRecords());
      return seen.value;
    };
  });
  return () => sum.evaluate((total) => new Promise<number>((done) => requestAnimationFrame(() => done(total()))));
}
