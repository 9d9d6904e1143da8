import { act, expectUnread, itemIn, openBell } from "./bell";
import { changeSaved } from "./change-saved";
import { dealFor } from "./events";
import { expect, signIn, test } from "./fixtures";

test("archives one, gives the focus to the next, and takes it back", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  for (const title of ["First", "Second", "Third"]) await api.post(dealFor(ada, title));
  await signIn(page, ada);
  const panel = await openBell(page);
  const item = itemIn(panel, /Second/);
  await act(page, item, "Archive");
  await expect(item).toHaveCount(0);
  await expectUnread(page, 2);
  await expect(itemIn(panel, /First/)).toBeFocused();
  await expect.poll(inBell).toBe(2);

  await page.getByRole("button", { name: "Undo" }).click();
  await expect(panel.getByRole("heading", { level: 3 })).toHaveText([/Third/, /Second/, /First/]);
  await expectUnread(page, 3);
  await expect.poll(inBell).toBe(3);

  /** How many are not put away, as the server has them. */
  async function inBell() {
    return (await api.notifications(ada.id)).data.filter(({ archived_at }) => !archived_at).length;
  }
});

test("keeps what is archived away after a reload", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await api.post(dealFor(ada, "First"));
  await api.post(dealFor(ada, "Second"));
  await signIn(page, ada);
  const done = changeSaved(page, "/inbox");
  await act(page, itemIn(await openBell(page), /First/), "Archive");
  await done;
  await page.reload();
  await expectUnread(page, 1);
  await expect((await openBell(page)).getByRole("article")).toHaveCount(1);
});
