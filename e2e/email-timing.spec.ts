import { changeSaved } from "./change-saved";
import { expect, signIn, test } from "./fixtures";

const PAGE = "/settings/notifications/email";

test("email leaves when the person wants it: once unread for long enough, or in a digest; the page says when", async ({
  page,
  person,
}) => {
  await signIn(page, await person("Ada Lovelace"), PAGE);
  const when = page.getByLabel("When", { exact: true });
  const saved = () => changeSaved(page, PAGE);
  await expect(page.getByText("Emails leave at once.")).toBeVisible();

  let answer = saved();
  await when.selectOption("After 10 minutes if still unread");
  await expect(page.getByText("An email leaves after 10 minutes if you have not read")).toBeVisible();
  await answer;

  answer = saved();
  await when.selectOption("In a weekly digest");
  await expect(page.getByText(/^Next digest: .*08:00, UTC\.$/)).toBeVisible();
  await answer;
  answer = saved();
  await page.getByRole("combobox", { name: "Weekday" }).selectOption("Friday");
  await answer;
  answer = saved();
  await page.getByLabel("Time of the digest").fill("16:30");
  await page.getByLabel("Time of the digest").blur();
  await answer;
  await expect(page.getByText(/^Next digest: .*16:30, UTC\.$/)).toBeVisible();
  await page.reload();
  await expect(when).toHaveValue("weekly");
  await expect(page.getByRole("combobox", { name: "Weekday" })).toHaveValue("5");
  await expect(page.getByLabel("Time of the digest")).toHaveValue("16:30");
});
