import { expect, signIn, test } from "./fixtures";
import { topicOf, unfold } from "./preferences";

test("says to reload a page that is older than Belfry, for which trying again is no help (U7, U35)", async ({
  page,
  person,
  faults,
}) => {
  faults.expectAlso(/status of 409/);
  const path = "/settings/notifications/email";
  await signIn(page, await person("Ada Lovelace"), path);
  await unfold(page, "Deals");
  // As after the next build: what the page calls by these names is called otherwise now.
  await page.route(`**${path}`, (route) => {
    const headers = route.request().headers();
    return route.continue({
      headers: headers["next-action"] ? { ...headers, "next-action": "0".repeat(42) } : headers,
    });
  });
  await topicOf(page, "Deal assigned to you").click();
  await expect(page.getByText("Not saved. Belfry is newer than this page. Reload it.")).toBeVisible();
});
