import { bellOf, expectUnread, openBell } from "./bell";
import { dealFor } from "./events";
import { expect, signIn, test } from "./fixtures";

test("ends the session: its cookie opens nothing when it is played back (S18)", async ({
  page,
  person,
  another,
  faults,
}) => {
  // A page that is slow to leave is told by its socket that the session ended, asks, and is refused.
  faults.expectAlso(/401 \(Unauthorized\)/);
  await signIn(page, await person("Ada Lovelace"));
  const cookies = await page.context().cookies();
  const thief = await another();
  await thief.context().addCookies(cookies);
  expect((await thief.request.get("/api/bell")).status()).toBe(200);

  await page.getByRole("button", { name: "Ada Lovelace" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL("/sign-in");

  await thief.context().addCookies(cookies);
  expect((await thief.request.get("/api/bell")).status()).toBe(401);
  await thief.goto("/inbox");
  await expect(thief).toHaveURL("/sign-in?to=%2Finbox");
});

test("gives scripts no hand on the session (S18)", async ({ asResident }) => {
  const page = await asResident("quiet");
  await page.goto("/inbox");
  const cookies = await page.context().cookies();
  const session = cookies.filter(({ name }) => name.includes("session"));
  expect(session.length).toBeGreaterThan(0);
  for (const { httpOnly, sameSite } of session)
    expect({ httpOnly, sameSite }).toEqual({ httpOnly: true, sameSite: "Lax" });
  expect(await page.evaluate(() => document.cookie)).toBe("");
});

test("ends the session of another device, which hears nothing more (S18)", async ({
  page,
  person,
  another,
  api,
  faults,
}) => {
  faults.expectAlso(/401 \(Unauthorized\)/);
  const ada = await person("Ada Lovelace");
  const lost = await another();
  await signIn(lost, ada);
  await signIn(page, ada, "/settings/devices");
  await expect(page.getByText("This device")).toBeVisible();
  const others = page.getByRole("listitem").getByRole("button", { name: /^Sign out / });
  await others.click();
  await expect(others).toHaveCount(0);
  await expect(page.getByText("This device")).toBeVisible();

  await api.post(dealFor(ada, "ACME renewal"));
  await expectUnread(page, 1);
  await expect(bellOf(lost)).toHaveAccessibleName("Notifications");
  await expect(await openBell(lost)).toContainText("You are signed out. Sign in to see your notifications.");
});
