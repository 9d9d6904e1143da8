import { execFileSync } from "node:child_process";
import type { MailEnd } from "@/lib/core/mail";
import { expect, type Person, test } from "./fixtures";
import { expectFits } from "./looks";
import type { Server } from "./server";

test("the page asks first, ends the email without a sign-in, and says that it has ended (S25)", async ({
  page,
  person,
  server,
}) => {
  const ada = await person("Ada Lovelace");
  await page.goto(linkOf(server, ada, { topic: "deals.assigned" }));
  await expect(page).toHaveURL(/\/confirm$/);
  await expect(page.getByRole("heading", { name: "Unsubscribe from this email?" })).toBeVisible();
  await expectFits(page, { thorough: true });
  await page.getByRole("button", { name: "Unsubscribe" }).click();
  await expect(page.getByRole("heading", { name: "You are unsubscribed" })).toBeVisible();
  await expect(page.getByRole("button")).toHaveCount(0);
  await expectFits(page, { thorough: true });
  await page.reload();
  await expect(page.getByRole("heading", { name: "You are unsubscribed" })).toBeVisible();
});

test("a mailbox's one click is answered without a redirect or a cookie, twice (RFC 8058)", async ({
  page,
  person,
  server,
}) => {
  const fay = await person("Fay Lund");
  const link = linkOf(server, fay, { topic: "deals.assigned" });
  for (let times = 0; times < 2; times++) {
    const answer = await page.request.post(link, { form: { "List-Unsubscribe": "One-Click" }, maxRedirects: 0 });
    expect(answer.status()).toBe(200);
    expect(answer.headers()["set-cookie"]).toBeUndefined();
  }
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "You are unsubscribed" })).toBeVisible();
  expect(await server.output()).not.toContain(link.split("/").at(-1));
});

test("works without scripts", async ({ another, person, server }) => {
  const page = await another({ javaScriptEnabled: false });
  const bo = await person("Bo Ek");
  await page.goto(linkOf(server, bo, { digest: "daily" }));
  await expect(page.getByRole("heading", { name: "Stop the daily summary?" })).toBeVisible();
  await page.getByRole("button", { name: "Unsubscribe" }).click();
  await expect(page.getByRole("heading", { name: "You are unsubscribed" })).toBeVisible();
});

test("says why a required email cannot be ended (R54)", async ({ page, person, server }) => {
  await page.goto(linkOf(server, await person("Cy Dahl"), { topic: "account.billing" }));
  await expect(page.getByRole("heading", { name: "This email cannot be switched off" })).toBeVisible();
  await expect(page.getByRole("button")).toHaveCount(0);
  await expectFits(page, { thorough: true });
});

test("a link that was cut off leads to the preferences instead", async ({ page, person, server, faults }) => {
  const link = linkOf(server, await person("Di Berg"), { topic: "deals.assigned" });
  faults.expectAlso(/404/);
  const answer = await page.goto(link.slice(0, -3));
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "This link does not work" })).toBeVisible();
  await expectFits(page, { thorough: true });
});

/** The path of a mail's one-click link. */
function linkOf(server: Server, person: Person, end: MailEnd): string {
  const args = ["--import", "tsx", "e2e/sign-mail-link.ts", person.email, JSON.stringify(end)];
  const env = { ...process.env, DATABASE_URL: server.databaseUrl };
  return `/unsubscribe/${execFileSync(process.execPath, args, { env, encoding: "utf8" })}`;
}
