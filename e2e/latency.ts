import type { Page } from "@playwright/test";

/**
 * Watches the page by itself, since waiting from outside polls: resolves to the time, in milliseconds since 1970, at
 * which `selector` first stands in the page with `text` in it.
 */
export async function watchFor(page: Page, selector: string, text: string): Promise<{ at: Promise<number> }> {
  const seen = await page.evaluateHandle(
    ([selector, text]) => {
      const shown = () => [...document.querySelectorAll(selector!)].some((each) => each.textContent?.includes(text!));
      if (shown()) throw new Error(`${text} is there already`);
      const at = new Promise<number>((resolve) => {
        const observer = new MutationObserver(() => {
          if (!shown()) return;
          observer.disconnect();
          requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()));
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      });
      return { at };
    },
    [selector, text],
  );
  return { at: seen.evaluate(({ at }) => at) };
}
