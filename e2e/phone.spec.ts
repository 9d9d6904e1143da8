import { dealFor } from "./events";
import { expect, signIn, test } from "./fixtures";
import { clickAll, deliverPush, isSubscribed, keptHere, shown, withPushService } from "./push";

test.use({ serviceWorkers: "allow" });

const MOBILE = "/settings/notifications/mobile-app";

test("a push opens what it points to; a forged one opens Belfry and nothing else (S33)", async ({ page, person }) => {
  await withPushService(page);
  await signIn(page, await person("Ada Lovelace"));
  await deliverPush(page, { title: "Grace assigned you ACME", body: "Deal", url: "/n/ntf_1", tag: "ntf_1", at: "" });
  await expect.poll(() => shown(page)).toEqual([{ title: "Grace assigned you ACME", body: "Deal", tag: "ntf_1" }]);
  const own = new URL(page.url()).origin;
  expect(await clickAll(page)).toEqual([`${own}/n/ntf_1`]);
  await expect.poll(() => shown(page)).toEqual([]);

  const forged = [
    "https://evil.test/",
    "//evil.test",
    "/\\evil.test",
    "javascript:alert(1)",
    "/api/auth/signout",
    null,
  ];
  for (const [n, url] of forged.entries()) {
    const tag = `forged-${n}`;
    // Once more where a busy browser lost it: the same tag takes its place.
    await expect(async () => {
      await deliverPush(page, { title: "Win", body: "", url, tag, at: "" });
      await expect.poll(async () => (await shown(page)).map((one) => one.tag), { timeout: 2000 }).toContain(tag);
    }).toPass();
  }
  expect(await clickAll(page)).toEqual(forged.map(() => `${own}/inbox`));
});

test("what is read elsewhere leaves the screen", async ({ page, person, another, api }) => {
  await withPushService(page);
  const ada = await person("Ada Lovelace");
  await signIn(page, ada);
  await api.post(dealFor(ada, "ACME renewal"));
  const bell = async () => (await (await page.request.get("/api/bell?tab=all")).json()).items as { id: string }[];
  await expect.poll(async () => (await bell()).length).toBe(1);
  const [item] = await bell();
  await deliverPush(page, { title: "ACME", body: "", url: `/n/${item?.id}`, tag: item?.id, at: "" });
  await expect.poll(async () => (await shown(page)).length).toBe(1);

  const phone = await another();
  await signIn(phone, ada);
  await phone.request.get(`/n/${item?.id}`, { maxRedirects: 0 });
  await expect.poll(async () => (await shown(page)).length, { timeout: 15_000 }).toBe(0);
});

test("without a network the last notifications are there to read, and said to be the last (U19)", async ({
  asResident,
  faults,
}) => {
  faults.expectAlso(/Failed to load resource|ERR_INTERNET_DISCONNECTED|WebSocket|503/);
  const page = await asResident("busy");
  await page.goto("/inbox");
  await expect.poll(() => keptHere(page)).toBeGreaterThan(0);
  const count = await keptHere(page);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await page.reload();
  await page.context().setOffline(true);
  await page.reload();
  await expect(page.getByRole("heading", { name: "You are offline" })).toBeVisible();
  await expect(page.getByRole("status")).toContainText(`the last ${count} notifications as of`);
  await expect(page.getByRole("listitem")).toHaveCount(count ?? 0);
  await page.context().setOffline(false);
  await page.getByRole("link", { name: "Try again" }).click();
  await expect(page).toHaveURL("/inbox");
  await expect(page.getByRole("banner")).toBeVisible();
});

test("a device is allowed, named and listed; signing out leaves nothing on it (U18, S33)", async ({
  page,
  person,
  another,
  api,
  faults,
}) => {
  faults.expectAlso(/401 \(Unauthorized\)/);
  await withPushService(page);
  const ada = await person("Ada Lovelace");
  await signIn(page, ada, MOBILE);
  await expect(page.getByText("No device yet")).toBeVisible();
  await page.getByRole("button", { name: "Allow on this device" }).click();
  await expect(page.getByText("Notifications are sent to this device.")).toBeVisible();
  const devices = page.getByRole("list", { name: "Devices" });
  await expect(devices).toContainText("This device · Nothing sent yet");
  await devices.getByRole("button", { name: /^Rename/ }).click();
  await devices.getByRole("textbox", { name: "Name of the device" }).fill("Ada's laptop");
  await devices.getByRole("button", { name: "Save" }).click();
  await expect(devices.getByText("Ada's laptop").first()).toBeVisible();
  await api.post(dealFor(ada, "ACME renewal"));
  await expect.poll(() => keptHere(page)).toBeGreaterThan(0);

  await page.getByRole("button", { name: "Ada Lovelace" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL("/sign-in");
  await expect.poll(() => isSubscribed(page)).toBe(false);
  await expect.poll(() => keptHere(page)).toBeNull();
  const elsewhere = await another();
  await signIn(elsewhere, ada, MOBILE);
  await expect(elsewhere.getByText("No device yet")).toBeVisible();
});
