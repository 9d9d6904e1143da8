import type { Page, Route } from "@playwright/test";
import { groupOf } from "./defaults";
import { dealFor } from "./events";
import { expect, signIn, test } from "./fixtures";

test("keeps every filter that is chosen while the answer to the one before is awaited (U10)", async ({
  page,
  person,
  api,
}) => {
  const boss = await person("Barbara Liskov", "super_admin");
  await api.decided(await api.post(dealFor(boss, "ACME renewal")));
  await signIn(page, boss, "/admin/activity");
  const arrive = await holdAnswers(page, /\/admin\/activity\?.*_rsc=/);
  const [topic, status] = [
    page.getByRole("combobox", { name: "Topic" }),
    page.getByRole("combobox", { name: "Status" }),
  ];
  await topic.selectOption("Deal assigned to you");
  await expect(topic).toHaveValue("deals.assigned");
  await status.selectOption("Processed");
  await expect(status).toHaveValue("processed");
  arrive();
  await expect(page).toHaveURL(/\?topic=deals\.assigned&status=processed$/);
});

test("takes a day that is typed by keyboard (U29)", async ({ page, person }) => {
  await signIn(page, await person("Barbara Liskov", "super_admin"), "/admin/activity");
  await page.getByLabel("From").focus();
  await page.keyboard.type("11222026", { delay: 120 });
  await expect(page).toHaveURL(/\?from=2026-11-22$/);
  await expect(page.getByLabel("From")).toHaveValue("2026-11-22");
  await expect(page.getByLabel("From")).toBeFocused();
});

test("sends one broadcast where the answer was lost and it is sent again (R89)", async ({
  page,
  person,
  api,
  another,
  faults,
}) => {
  faults.expectAlso(/ERR_FAILED/);
  const boss = await person("Barbara Liskov", "super_admin");
  const group = await groupOf(api, "Plumbers", [boss]);
  await signIn(page, boss, "/admin/broadcasts/new");
  await page.getByRole("textbox", { name: "Title" }).fill("Water is off at noon");
  await page.getByRole("radio", { name: "Groups" }).check();
  await page.getByRole("checkbox", { name: group.name }).click();
  await confirmSending(page, boss.password);
  await page.context().route("**/admin/broadcasts/new", loseAnswer, { times: 1 });
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Send to/ })
    .click();
  await expect(page.getByText("Belfry did not answer. Try again.")).toBeVisible();

  await confirmSending(page, boss.password);
  // Its page is slow to come: nothing there invites to send it once more.
  const arrive = await holdAnswers(page, /\/admin\/broadcasts\/brd_/);
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Send to/ })
    .click();
  await expect(page.getByRole("button", { name: "Sending …" })).toBeDisabled();
  await page.waitForTimeout(1500);
  await expect(page.getByRole("button", { name: "Sending …" })).toBeDisabled();
  arrive();
  await expect(page.getByRole("heading", { name: "Water is off at noon" })).toBeVisible();

  const list = await another();
  await signIn(list, boss, "/admin/broadcasts");
  await expect(list.getByRole("link", { name: "Water is off at noon" })).toHaveCount(1);
});

test("makes one trigger, however often it is asked for while the list is on its way (U8)", async ({
  page,
  person,
  api,
}) => {
  const boss = await person("Barbara Liskov", "super_admin");
  const name = `Far ${boss.id}`;
  const [cause, raised] = [`vans.moved-${boss.id}`, `vans.far-${boss.id}`];
  for (const key of [cause, raised]) await api.send("PUT", `/topics/${key}`, { name: key });
  await signIn(page, boss, "/admin/triggers/new");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  await page.getByRole("combobox", { name: "On this topic" }).selectOption(cause);
  await page.getByRole("combobox", { name: "That topic" }).selectOption(raised);
  await page.getByRole("textbox", { name: /these relations/ }).fill("driver");
  const arrive = await holdAnswers(page, /\/admin\/triggers\?_rsc=/);
  await page.getByRole("textbox", { name: "Name", exact: true }).press("Enter");
  await expect(page.getByText(`${name} is on`)).toBeVisible();
  await page.getByRole("textbox", { name: "Name", exact: true }).press("Enter");
  await expect(page.getByRole("button", { name: "Create trigger" })).toBeDisabled();
  arrive();
  await expect(page.getByRole("list", { name: "Triggers" }).getByText(name)).toHaveCount(1);
});

test("writes one file for a double click (R61)", async ({ page, person }) => {
  const boss = await person("Barbara Liskov", "super_admin");
  await signIn(page, boss, `/admin/people?search=${boss.id}`);
  const asked = hearPosts(page, boss.id);
  await page.getByRole("button", { name: "Export" }).dblclick();
  await expect(page.getByRole("link", { name: /^Download people-/ })).toBeVisible();
  expect(asked).toHaveLength(1);
});

/** What the page sends from now on that says `words`. */
function hearPosts(page: Page, words: string): string[] {
  const heard: string[] = [];
  page.on("request", (request) => {
    const posted = request.postData() ?? "";
    if (posted.includes(words)) heard.push(posted);
  });
  return heard;
}

/** Answers to requests whose address matches come once the function it answers is called. */
async function holdAnswers(page: Page, address: RegExp): Promise<() => void> {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route(address, async (route) => {
    await arrived;
    await route.continue().catch(() => {});
  });
  return arrive;
}

/** The server does what it is asked; nobody hears of it. */
async function loseAnswer(route: Route): Promise<void> {
  await route.fetch();
  await route.abort();
}

async function confirmSending(page: Page, password: string): Promise<void> {
  await page.getByRole("button", { name: "Review and send" }).click();
  await page.getByRole("dialog").getByRole("textbox", { name: "Your password" }).fill(password);
}
