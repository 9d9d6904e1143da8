import { act, itemIn, openBell } from "./bell";
import { dealFor } from "./events";
import { expect, signIn, test } from "./fixtures";

test("says in plain words why it came, in place (R93, U17)", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await api.post(
    dealFor(ada, "ACME renewal", { topic: "deals.stage_changed", recipients: [{ user: ada.id, as: "owner" }] }),
  );
  await signIn(page, ada);
  const item = itemIn(await openBell(page), /ACME renewal/);
  await act(page, item, "Why this?");
  const why = item.getByRole("region", { name: "Why this?" });
  await expect(why).toContainText("You own this deal");
  await expect(why).toContainText("“Deal you own or follow changed stage” is on for desktop by default.");
  await expect(why).toContainText("ACME renewal, by Grace Hopper, sent by Simla.");
  await expect(why.getByRole("heading", { name: "Why this?" })).toBeFocused();
  const channels = why.getByRole("list").last().getByRole("listitem");
  await expect(channels.filter({ hasText: "Bell" })).toContainText("Sent");
  await expect(channels.filter({ hasText: "Pop-up" })).toContainText("you were not active in the app", {
    ignoreCase: true,
  });
  await expect(why).not.toContainText(/_/);

  await why.getByRole("button", { name: "Hide" }).click();
  await expect(why).toHaveCount(0);
  await expect(item).toBeFocused();
});

test("tells of the group that a person is in", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await api.putGroup("key-accounts", "Key accounts", [{ user: ada.id, main: true }]);
  await api.post(
    dealFor(ada, "ACME", { topic: "orders.created", recipients: [{ group: "key-accounts", as: "team" }] }),
  );
  await signIn(page, ada);
  const item = (await openBell(page)).getByRole("article");
  await act(page, item, "Why this?");
  await expect(item.getByRole("region", { name: "Why this?" })).toContainText("You are in Key accounts");
});
