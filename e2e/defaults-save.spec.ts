import { bar, chooseTab, groupOf, makeProfile, topicIn } from "./defaults";
import { dealFor } from "./events";
import { expect, signIn, test } from "./fixtures";

const TOPIC = "Deal assigned to you";

test("says whom a change concerns, keeps it over a reload, saves it, and takes it back (R55, R56, U25)", async ({
  page,
  person,
  api,
}) => {
  const boss = await person("Barbara Liskov", "super_admin");
  const [ada, bo, cy] = [await person("Ada Lovelace"), await person("Bo Lindqvist"), await person("Cy Twombly")];
  const group = await groupOf(api, "Harbour", [ada, bo, cy]);
  const own = { topics: { "deals.assigned": { desktop: { enabled: true } } } };
  await api.prefer(cy.id, own);

  await signIn(page, boss, "/admin/defaults");
  await makeProfile(page, `Quiet ${group.id}`, group.name);
  await chooseTab(page, "Desktop");
  await (await topicIn(page, "Deals", TOPIC)).click();
  await expect(bar(page)).toContainText("Changes what 2 people get · 1 keeps their own choice");
  await page.reload();
  await expect(bar(page)).toContainText("Changes what 2 people get · 1 keeps their own choice");
  await expect(await topicIn(page, "Deals", TOPIC)).not.toBeChecked();
  await bar(page).getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved. It changes what 2 people get.")).toBeVisible();
  await expect(bar(page)).toContainText("No unsaved changes");
  await expect(page.getByRole("region", { name: "Saved lately" })).toContainText(`${TOPIC} · Desktop: off`);

  // The very next event obeys.
  await api.post(dealFor(ada, "After"));
  await api.post(dealFor(cy, "After"));
  await expect.poll(async () => (await api.notifications(cy.id)).data.length).toBe(1);
  const bells = await api.notifications(ada.id);
  expect(bells.unread).toBe(0);

  await page.getByRole("region", { name: "Saved lately" }).getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Taken back. It changes what 2 people get.")).toBeVisible();
  await expect(await topicIn(page, "Deals", TOPIC)).toBeChecked();
});

test("tells people what their company changed for them, leads to it, and is dismissed for good (R56)", async ({
  page,
  person,
  api,
  another,
}) => {
  const boss = await person("Barbara Liskov", "super_admin");
  const ada = await person("Ada Lovelace");
  const group = await groupOf(api, "Quay", [ada]);
  await signIn(page, boss, "/admin/defaults");
  await makeProfile(page, `Soft ${group.id}`, group.name);
  await chooseTab(page, "Desktop");
  await (await topicIn(page, "Deals", TOPIC)).click();
  await bar(page).getByRole("button", { name: "Save" }).click();
  await expect(bar(page)).toContainText("No unsaved changes");

  const hers = await another();
  await signIn(hers, ada, "/settings/notifications/desktop");
  const notice = hers.getByRole("region", { name: /Your company changed what you get by default/ });
  await expect(notice).toContainText("1 now off");
  await notice.getByRole("button", { name: "See what changed" }).click();
  await notice.getByRole("link", { name: `${TOPIC} · Desktop` }).click();
  await expect(hers.getByRole("checkbox", { name: TOPIC, exact: true })).toBeFocused();
  await notice.getByRole("button", { name: "Dismiss" }).click();
  await expect(notice).toBeHidden();
  await hers.reload();
  await expect(hers.getByRole("heading", { name: "Notifications", level: 1 })).toBeVisible();
  await expect(notice).toBeHidden();
});

test("applies a change to everyone only when its number is typed, and undo lets their choices count again", async ({
  page,
  person,
  api,
}) => {
  const boss = await person("Barbara Liskov", "super_admin");
  const [ada, bo] = [await person("Ada Lovelace"), await person("Bo Lindqvist")];
  const group = await groupOf(api, "Lighthouse", [ada, bo]);
  const own = { topics: { "deals.assigned": { email: { enabled: true } } } };
  await api.prefer(ada.id, own);
  const emailOfAda = async () => {
    const { topics } = await (await api.send("GET", `/users/${ada.id}/preferences`)).json();
    return topics["deals.assigned"].email;
  };

  await signIn(page, boss, "/admin/defaults");
  await makeProfile(page, `Loud ${group.id}`, group.name);
  await (await topicIn(page, "Deals", TOPIC)).click();
  await bar(page).getByRole("button", { name: "Preview" }).click();
  const dialog = page.getByRole("dialog", { name: "What this changes" });
  await expect(dialog).toContainText("Changes what 1 person gets. 1 keeps their own choice.");
  await expect(dialog.getByRole("listitem")).toContainText([`${TOPIC} · Email off1 person · 1 keeps their own choice`]);
  await dialog.getByRole("radio", { name: "Everyone" }).check();
  await expect(dialog).toContainText("Changes what 2 people get.");
  const save = dialog.getByRole("button", { name: "Save for everyone" });
  await expect(save).toHaveAttribute("aria-disabled", "true");
  await dialog.getByRole("textbox", { name: "Type 2 to change what 2 people get" }).fill("2");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect.poll(emailOfAda).toMatchObject({ enabled: false, source: `profile:Loud ${group.id}` });
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect.poll(emailOfAda).toMatchObject({ enabled: true, source: "user" });
});

test("locks what is required, discards, and lets a topic follow the account again", async ({ page, person }) => {
  const boss = await person("Barbara Liskov", "super_admin");
  await signIn(page, boss, "/admin/defaults");
  await makeProfile(page, `Calm ${boss.id}`);
  const locked = page.locator("[role=checkbox][aria-disabled=true][id^=topic]");
  await page.getByRole("searchbox", { name: "Search topics" }).fill("unfamiliar");
  await expect(locked.first()).toHaveAccessibleDescription(/Required: it reaches everybody/);
  await locked.first().click({ force: true });
  await expect(bar(page)).toContainText("No unsaved changes");
  await page.getByRole("searchbox", { name: "Search topics" }).fill("");
  const topic = await topicIn(page, "Deals", TOPIC);
  await topic.click();
  await expect(bar(page)).toContainText("Changes what nobody gets");
  await page.getByRole("button", { name: `reset ${TOPIC}` }).click();
  await expect(topic).toBeFocused();
  await expect(bar(page)).toContainText("No unsaved changes");
  await page.getByRole("button", { name: "Switch all off" }).click();
  await expect(bar(page)).toContainText(/\d+ changes/);
  await bar(page).getByRole("button", { name: "Discard" }).click();
  await expect(topic).toBeChecked();
});
