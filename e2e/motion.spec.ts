import { openBell } from "./bell";
import { expect, type Page, test, whileListening } from "./fixtures";
import { untilStill } from "./looks";

test("moves nothing for longer than 10 ms for who asked for rest (U30)", async ({ asResident }) => {
  const page = await asResident("busy", { reducedMotion: "reduce" });
  await whileListening(page, () => page.goto("/inbox"));
  const longest = await longestMotion(page, () => openBell(page));
  expect(longest).toBeLessThanOrEqual(10);
});

test("moves for at most 180 ms otherwise, so the test above sees motion where there is some", async ({
  asResident,
}) => {
  const page = await asResident("busy");
  await whileListening(page, () => page.goto("/inbox"));
  const longest = await longestMotion(page, () => openBell(page));
  expect(longest).toBeGreaterThan(10);
  expect(longest).toBeLessThanOrEqual(180);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`paints ${colorScheme} from the first frame for who wants it (U30)`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.addInitScript(() => {
      addEventListener("DOMContentLoaded", () => {
        document.documentElement.dataset.first = document.documentElement.classList.contains("dark") ? "dark" : "light";
      });
    });
    await page.goto("/sign-in");
    expect(await page.evaluate(() => document.documentElement.dataset.first)).toBe(colorScheme);
  });
}

/** The longest animation or transition, in milliseconds, that begins during `go`. */
async function longestMotion(page: Page, go: () => Promise<unknown>): Promise<number> {
  const seen = await page.evaluateHandle(() => {
    const longest = { value: 0 };
    const look = ({ target }: Event) => {
      for (const motion of (target as Element).getAnimations()) {
        longest.value = Math.max(longest.value, Number(motion.effect?.getComputedTiming().duration ?? 0));
      }
    };
    document.addEventListener("animationstart", look, true);
    document.addEventListener("transitionrun", look, true);
    return longest;
  });
  await go();
  await untilStill(page);
  return seen.evaluate(({ value }) => value);
}
