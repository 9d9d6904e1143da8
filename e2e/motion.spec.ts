import { openBell } from "./bell";
import { dealFor } from "./events";
import { expect, signIn, test } from "./fixtures";

test("moves nothing for longer than 10 ms for who asked for rest (U30)", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await api.post(dealFor(ada, "ACME renewal"));
  await page.emulateMedia({ reducedMotion: "reduce" });
  await signIn(page, ada);
  const longest = await longestMotion(page, () => openBell(page));
  expect(longest).toBeLessThanOrEqual(10);
});

test("moves for at most 180 ms otherwise, so the test above sees motion where there is some", async ({
  page,
  person,
}) => {
  await signIn(page, await person("Ada Lovelace"));
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
async function longestMotion(page: import("@playwright/test").Page, go: () => Promise<unknown>): Promise<number> {
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
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {}))));
  return seen.evaluate(({ value }) => value);
}
