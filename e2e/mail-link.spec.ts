import type { Api } from "./api";
import { expect, signIn, test } from "./fixtures";
import { expectFits } from "./looks";

const BODY = "On Thursday the electricians come.\n\nPlease work from home, and take your plants off the window sills.";

test("a mail's link asks for a sign-in, shows the notification to its owner, and has it read (S9)", async ({
  page,
  another,
  person,
  api,
  faults,
}) => {
  const ada = await person("Ada Lovelace");
  const id = await notify(api, ada.id, { title: "The office is closed on Thursday", body: BODY });
  expect(await readAt(api, ada.id, id)).toBeNull();
  await page.goto(`/n/${id}`);
  await expect(page).toHaveURL(`/sign-in?to=${encodeURIComponent(`/n/${id}`)}`);
  // A scanner that opens the link changes nothing.
  expect(await readAt(api, ada.id, id)).toBeNull();

  await page.getByRole("textbox", { name: "Email" }).fill(ada.email);
  await page.getByRole("textbox", { name: "Password" }).fill(ada.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "The office is closed on Thursday" })).toBeVisible();
  await expect(page.getByText("take your plants off")).toBeVisible();
  expect(await readAt(api, ada.id, id)).not.toBeNull();
  await expectFits(page, { thorough: true });

  const other = await another();
  faults.expectAlso(/404/);
  await signIn(other, await person("Eve Moss"));
  expect((await other.goto(`/n/${id}`))?.status()).toBe(404);
  expect((await other.goto("/n/ntf_unknown"))?.status()).toBe(404);
});

test("leads on to the record, wherever that is", async ({ page, person, api, server }) => {
  const bo = await person("Bo Ek");
  const outside = await notify(api, bo.id, { url: "https://crm.example/deals/42" });
  const inside = await notify(api, bo.id, { url: "/settings/notifications/email" });
  await signIn(page, bo);
  const answer = await page.request.get(`/n/${outside}`, { maxRedirects: 0 });
  expect([303, 307]).toContain(answer.status());
  expect(answer.headers().location).toBe("https://crm.example/deals/42");
  expect(await readAt(api, bo.id, outside)).not.toBeNull();
  await page.goto(`/n/${inside}`);
  await expect(page).toHaveURL(`${server.url}/settings/notifications/email`);
});

/** Posts to one person, and answers the id of the notification that came of it. */
async function notify(api: Api, user: string, what: { title?: string; body?: string; url?: string }): Promise<string> {
  const { data: before } = await api.notifications(user);
  await api.post({ topic: "broadcasts.message", recipients: [{ user }], actor: { name: "Grace Hopper" }, ...what });
  await expect.poll(async () => (await api.notifications(user)).data.length).toBe(before.length + 1);
  return (await api.notifications(user)).data[0]!.id;
}

async function readAt(api: Api, user: string, id: string): Promise<string | null | undefined> {
  return (await api.notifications(user)).data.find((one) => one.id === id)?.read_at;
}
