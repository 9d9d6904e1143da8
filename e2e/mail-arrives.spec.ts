import { onChannel } from "./api";
import { expect, signIn, test } from "./fixtures";
import type { Server } from "./server";

test("a mail arrives, leads its owner to the notification, and ends by one click (S25, R34)", async ({
  page,
  person,
  server,
  api,
}) => {
  const ada = await person("Ada Lovelace");
  const postRequired = (title: string) =>
    api.post({ topic: "account.support", recipients: [{ user: ada.id }], actor: { name: "Grace Hopper" }, title });
  const postChoosable = (title: string) =>
    api.post({ topic: "broadcasts.message", recipients: [{ user: ada.id }], actor: { name: "Grace Hopper" }, title });

  await postChoosable("The office is closed on Thursday");
  await expect.poll(async () => (await mailsTo(server, ada.email)).length).toBe(1);
  const [mail] = await mailsTo(server, ada.email);
  expect(mail?.subject).toBe("The office is closed on Thursday");
  const [link] = /https?:\/\/\S+\/unsubscribe\/[\w.-]+/.exec(mail!.text)!;
  expect(mail?.headers).toMatchObject({
    "List-Unsubscribe": `<${link}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  });

  const [opens] = /https?:\/\/\S+\/n\/ntf_[\w-]+/.exec(mail!.text)!;
  await signIn(page, ada, opens);
  await expect(page.getByRole("heading", { level: 1, name: "The office is closed on Thursday" })).toBeVisible();

  expect((await page.request.post(link, { form: { "List-Unsubscribe": "One-Click" } })).status()).toBe(200);
  const unwanted = await postChoosable("It is open after all");
  expect(onChannel(await api.decided(unwanted), "email")?.reason).toBe("preference_off");
  await postRequired("Your invoice is ready");
  // What is required still comes, without a link that could not end it (R54).
  await expect.poll(async () => (await mailsTo(server, ada.email)).length).toBe(2);
  const [required] = await mailsTo(server, ada.email);
  expect(required?.subject).toBe("Your invoice is ready");
  expect(required?.text).toContain("It cannot be switched off.");
  expect(Object.keys(required!.headers)).not.toContain("List-Unsubscribe");
});

interface KeptMail {
  to: string;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
}

/** The mails to somebody, newest first: with no provider configured they are kept in the local outbox. */
async function mailsTo(server: Server, email: string): Promise<KeptMail[]> {
  const { data } = await server.cli<{ data: KeptMail[] }>("outbox", "list");
  return data.filter(({ to }) => to === email);
}
