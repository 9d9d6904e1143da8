import { act, expectUnread, itemIn, openBell } from "./bell";
import { changeSaved } from "./change-saved";
import { dealFor } from "./events";
import { expect, type Person, signIn, test } from "./fixtures";

const ADMIN = [
  "",
  "/defaults",
  "/people",
  "/groups",
  "/import-export",
  "/broadcasts",
  "/topics",
  "/templates",
  "/triggers",
  "/apps",
  "/activity",
  "/audit",
  "/outbox",
  "/health",
];

test("does not tell a member that pages of admins exist: 404, not 403", async ({ asResident }) => {
  const page = await asResident("quiet");
  for (const path of ADMIN) {
    expect((await page.request.get(`/admin${path}`)).status(), `/admin${path}`).toBe(404);
  }
});

test("does not let anybody listen to somebody else's channel (S22)", async ({ page, person, another, faults }) => {
  faults.expectAlso(/403 \(Forbidden\)/);
  const [ada, bo] = [await person("Ada Lovelace"), await person("Bo Lindqvist")];
  const asked = page.waitForRequest((request) => request.url().endsWith("/api/realtime/auth"));
  await signIn(page, ada);
  const [type, body] = [await (await asked).headerValue("content-type"), (await asked).postData()];
  const thief = await another();
  await signIn(thief, bo);
  const answer = await thief.evaluate(
    async ([type, body]) =>
      (await fetch("/api/realtime/auth", { method: "POST", headers: { "content-type": type! }, body })).status,
    [type, body],
  );
  expect(answer).toBe(403);
});

test("does not let a person act on somebody else's notification", async ({ page, person, api }) => {
  const [ada, bo] = [await person("Ada Lovelace"), await person("Bo Lindqvist")];
  await api.post(dealFor(ada, "ACME renewal"));
  await api.post(dealFor(bo, "Northwind expansion"));
  const [adas, bos] = [await idOf(ada), await idOf(bo)];
  await signIn(page, bo);
  // The server action of the page, with the other's id put in.
  await page.route("/inbox", async (route) => {
    const body = route.request().postData();
    await route.continue(body ? { postData: body.replaceAll(bos, adas) } : {});
  });
  const answered = changeSaved(page, "/inbox");
  await act(page, itemIn(await openBell(page), /Northwind/), "Mark as read");
  await answered;
  await expectUnread(page, 1);
  expect((await api.notifications(ada.id)).data[0]!.read_at).toBeNull();

  async function idOf({ id }: Person) {
    await expect.poll(async () => (await api.notifications(id)).data).toHaveLength(1);
    return (await api.notifications(id)).data[0]!.id;
  }
});
