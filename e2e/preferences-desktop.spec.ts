import type { Page } from "@playwright/test";
import { changeSaved } from "./change-saved";
import { expect, signIn, test } from "./fixtures";
import { rowOf, storedOf, unfold } from "./preferences";
import { noteTones } from "./tones";

const DESKTOP = "/settings/notifications/desktop";
const ASSIGNED = "Deal assigned to you";

test("offers six sounds and silence for all, and others for a topic, each to be heard first (R20 to R23)", async ({
  page,
  person,
  api,
}) => {
  const heard = await noteTones(page);
  const ada = await person("Ada Lovelace");
  await signIn(page, ada, DESKTOP);
  const sound = page.getByRole("combobox", { name: "Sound", exact: true });
  await expect(sound.getByRole("option")).toHaveText([
    "Chime",
    "Marimba",
    "Pebble",
    "Glass",
    "Knock",
    "Bloom",
    "No sound",
  ]);
  await expect(sound).toHaveValue("chime");
  await sound.selectOption("Glass");
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await expect.poll(() => heard(page)).not.toEqual([]);

  await unfold(page, "Deals");
  const own = page.getByRole("combobox", { name: `Sound for ${ASSIGNED}` });
  await expect(own.getByRole("option", { selected: true })).toHaveText("Default (Glass)");
  await own.selectOption("Knock");
  await expect.poll(async () => (await storedOf(api, ada.id)).topics["deals.assigned"]?.sound).toBe("knock");
  expect(await heard(page), "what was not played since").toEqual([]);
  await rowOf(page, ASSIGNED).getByRole("button", { name: /^Play/ }).click();
  await expect.poll(() => heard(page)).not.toEqual([]);

  await page.reload();
  await expect(sound).toHaveValue("glass");
  await unfold(page, "Deals");
  await expect(own).toHaveValue("knock");
  await own.selectOption("Default (Glass)");
  await expect.poll(async () => (await storedOf(api, ada.id)).topics["deals.assigned"]?.sound).toBeNull();
});

test("keeps the choice about the red dot (R9)", async ({ page, person }) => {
  await signIn(page, await person("Ada Lovelace"), DESKTOP);
  const dot = page.getByRole("checkbox", { name: "Show a red dot in the browser tab" });
  await expect(dot).toBeChecked();
  const taken = changeSaved(page, DESKTOP);
  await dot.click();
  await taken;
  await page.reload();
  await expect(dot).not.toBeChecked();
});

test("asks for permission only when told to, and says how things stand in this browser (R27 to R30, U18)", async ({
  page,
  person,
}) => {
  await answerPermission(page, "granted");
  const ada = await person("Ada Lovelace");
  await signIn(page, ada, DESKTOP);
  for (const tab of ["Email", "Other apps", "Mobile app", "Desktop"])
    await page.getByRole("tab", { name: tab }).click();
  await expect(page.getByText("Chrome has not been asked on this device yet")).toBeVisible();
  await expect(page.getByText("Each browser is asked separately")).toBeVisible();
  expect(await asked(page)).toBe(0);
  await page.getByRole("button", { name: "Allow notifications" }).click();
  await expect(page.getByText("Chrome may show notifications from Belfry")).toBeVisible();
  await expect(page.getByText("Your operating system may need permission too")).toBeVisible();
  expect(await asked(page)).toBe(1);
  await expect(page.getByText("sales browser extension")).toBeVisible();
});

test("says how to undo a block, in words for this browser", async ({ page, person }) => {
  await answerPermission(page, "denied");
  await signIn(page, await person("Ada Lovelace"), DESKTOP);
  await page.getByRole("button", { name: "Allow notifications" }).click();
  await expect(page.getByText("Chrome blocks notifications from Belfry")).toBeVisible();
  await expect(page.getByText("click the icon left of the address")).toBeVisible();
});

/** The browser as if it had never been asked, and the answer that its prompt would give. */
async function answerPermission(page: Page, answer: NotificationPermission): Promise<void> {
  await page.addInitScript((answer) => {
    let permission: NotificationPermission = "default";
    Object.assign(window, { askedForPermission: 0 });
    Object.defineProperty(Notification, "permission", { get: () => permission });
    Notification.requestPermission = async () => {
      (window as unknown as { askedForPermission: number }).askedForPermission++;
      permission = answer;
      return answer;
    };
  }, answer);
}

function asked(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { askedForPermission: number }).askedForPermission);
}
