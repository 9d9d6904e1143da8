import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];

/** The rules that look at colours: of the others, a second theme of the same page can break none. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/** Not one violation (quality.md, section 3.3). Waits until nothing moves: half faded in, text has another contrast. */
export async function expectAccessible(page: Page, rules: "all" | "colours" = "all"): Promise<void> {
  const before = page.viewportSize();
  await seeWhole(page);
  await untilStill(page);
  const { violations } = await axe(page, rules).analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map(({ html, target }) => ({ html, target })),
  }));
  if (before) await page.setViewportSize(before);
  expect(found).toEqual([]);
}

// Without frames (only the outbox has one, for mails, which mail-looks.spec looks at), axe can work in the page itself and
// needs no page of its own; and it need not tell what it found in order.
function axe(page: Page, rules: "all" | "colours"): AxeBuilder {
  const builder = new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ["violations"] })
    .exclude("iframe");
  return rules === "all" ? builder.withTags(TAGS) : builder.withRules(COLOUR_RULES);
}

/** A control half under a bar that sticks to the window counts as too small: where all fits, no bar covers anything. */
async function seeWhole(page: Page): Promise<void> {
  const height = await page.evaluate(() => {
    const isCovered = window.scrollY > 0 || document.querySelector("[data-save-bar]") !== null;
    return isCovered ? document.documentElement.scrollHeight : 0;
  });
  const { width } = page.viewportSize() ?? {};
  if (!width || height === 0) return;
  await page.setViewportSize({ width, height });
  await page.evaluate(() => window.scrollTo(0, 0));
}

/**
 * The state that the page is in, at every width: nothing scrolls sideways, and axe finds nothing (U31). Light where it is
 * narrow, dark where it is wide; `thorough` looks at both themes at both.
 */
export async function expectFits(page: Page, { thorough = false } = {}): Promise<void> {
  for (const width of [320, 375, 768, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await expectNoSidewaysScroll(page, width);
    if (width === 320) await expectAccessibleIn(page, thorough ? ["light", "dark"] : ["light"]);
    if (width === 1280) await expectAccessibleIn(page, thorough ? ["light", "dark"] : ["dark"]);
  }
}

/** The first in all that axe asks; a second theme of the same page in its colours. */
async function expectAccessibleIn(page: Page, themes: readonly ("light" | "dark")[]): Promise<void> {
  for (const [at, colorScheme] of themes.entries()) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator("html")).toContainClass(colorScheme);
    await expectAccessible(page, at === 0 ? "all" : "colours");
  }
}

/** U31: whatever is too wide wraps. */
export async function expectNoSidewaysScroll(page: Page, width: number): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide, `pixels too wide at ${width} px`).toBeLessThanOrEqual(0);
}

/** Until what moves for a while has come to rest; what moves without end stays as it is. */
export async function untilStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ends = ({ effect }: Animation) => Number.isFinite(Number(effect?.getComputedTiming().endTime));
    const moving = document.getAnimations().filter(ends);
    await Promise.all(moving.map(({ finished }) => finished.catch(() => {})));
  });
}
