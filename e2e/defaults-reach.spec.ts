import { onChannel } from "./api";
import { expectUnread } from "./bell";
import { bar, chooseTab, groupOf, makeProfile, topicIn } from "./defaults";
import { expect, type Page, type Person, signIn, test } from "./fixtures";
import { rowOf, topicOf, unfold } from "./preferences";

const DESKTOP = "/settings/notifications/desktop";
const TOPIC = "Task assigned to you";

test("what a super admin saves decides the very next event, and people see whose word it was (R55, R56)", async ({
  page,
  person,
  api,
  another,
}) => {
  test.slow();
  const boss = await person("Barbara Liskov", "super_admin");
  const [ada, bo] = [await person("Ada Lovelace"), await person("Bo Lindqvist")];
  const group = await groupOf(api, "Night watch", [ada]);
  /** What becomes of a task assigned to somebody in their bell, and by whose word. */
  async function bellsOf(to: Person, title: string) {
    const id = await api.post({
      topic: "tasks.assigned",
      recipients: [{ user: to.id, as: "assignee" }],
      actor: { name: "Grace Hopper" },
      subject: { type: "task", id: `${to.id}-${title}`, title },
    });
    return onChannel(await api.decided(id), "bell");
  }
  const hers = await another();
  await signIn(hers, ada, DESKTOP);
  const his = await another();
  await signIn(his, bo, DESKTOP);
  await unfold(hers, "Tasks");
  await expect(rowOf(hers, TOPIC)).toContainText("Belfry's default");

  // The account says no: to both of them.
  await signIn(page, boss, "/admin/defaults?tab=desktop");
  await save(page);
  for (const who of [ada, bo])
    expect(await bellsOf(who, "One")).toMatchObject({ reason: "preference_off", source: "account" });
  await seeAgain(his);
  await expect(topicOf(his, TOPIC)).not.toBeChecked();
  await expect(rowOf(his, TOPIC)).toContainText("company default");
  await expect(his.getByRole("region", { name: /Your company changed .*: 1 now off/ })).toBeVisible();

  // A profile says yes again: to those in its group.
  const profile = `Watch ${group.id}`;
  await makeProfile(page, profile, group.name);
  await chooseTab(page, "Desktop");
  await save(page);
  expect(await bellsOf(bo, "Two")).toMatchObject({ reason: "preference_off", source: "account" });
  expect(await bellsOf(ada, "Two")).toMatchObject({ outcome: "sent", source: `profile:${profile}` });
  await expectUnread(hers, 1);
  await seeAgain(hers);
  await expect(topicOf(hers, TOPIC)).toBeChecked();
  await expect(rowOf(hers, TOPIC)).toContainText(`${profile} profile`);

  // Her own choice wins over both.
  await topicOf(hers, TOPIC).click();
  await expect(rowOf(hers, TOPIC)).toContainText("your choice");

  // Other tests share this company.
  await page.goto("/admin/defaults?tab=desktop");
  await page
    .getByRole("region", { name: "Saved lately" })
    .getByRole("button", { name: `Undo ${TOPIC}` })
    .first()
    .click();
  await expect(page.getByText("Taken back. It changes what")).toBeVisible();
  await seeAgain(his);
  await expect(topicOf(his, TOPIC)).toBeChecked();
  await expect(rowOf(his, TOPIC)).toContainText("Belfry's default");
});

/** Turns the topic over in what is chosen, and saves it. */
async function save(page: Page): Promise<void> {
  await (await topicIn(page, "Tasks", TOPIC)).click();
  await expect(bar(page)).toContainText(/Changes what \d+ (person|people)/);
  await bar(page).getByRole("button", { name: "Save" }).click();
  await expect(bar(page)).toContainText("No unsaved changes");
}

async function seeAgain(page: Page): Promise<void> {
  await page.reload();
  await unfold(page, "Tasks");
}
