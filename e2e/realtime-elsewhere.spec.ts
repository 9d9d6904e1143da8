import { ACCOUNT, startHub } from "../lib/realtime/embedded/testing";
import { addApp } from "./api";
import { expectUnread, itemIn, popupsOf } from "./bell";
import { dealFor } from "./events";
import { expect, test, whileArriving } from "./fixtures";
import { makePerson, takeSession } from "./people";
import { type Server, startServer } from "./server";

const SCOPES = "events:write,directory:write,directory:read,notifications:read";

test.describe.configure({ mode: "serial" });

let hub: Awaited<ReturnType<typeof startHub>>;
let elsewhere: Server;
test.beforeAll(async () => {
  hub = await startHub();
  elsewhere = await startServer({
    PUSHER_APP_ID: ACCOUNT.appId,
    PUSHER_KEY: ACCOUNT.key,
    PUSHER_SECRET: ACCOUNT.secret,
    PUSHER_HOST: "127.0.0.1",
    PUSHER_PORT: String(hub.port),
    PUSHER_TLS: "false",
  });
});
test.afterAll(async () => {
  await elsewhere.stop();
  await hub.close();
});

test("rings by a hub in another process, and by asking where there is none (C20, F27)", async ({ browser, faults }) => {
  const api = await addApp(elsewhere, "Simla", SCOPES);
  const ada = await makePerson(elsewhere, api, "Ada Lovelace", "member");
  const context = await browser.newContext({ baseURL: elsewhere.url });
  faults.watch(context);
  const page = await context.newPage();
  await page.clock.install();
  await takeSession(page, ada);
  await whileArriving(page, () => page.goto("/inbox"));
  await expect.poll(() => hub.hub.stats().channels).toBe(1);
  await api.post(dealFor(ada, "By the hub"));
  await expectUnread(page, 1);
  await expect(itemIn(popupsOf(page), /By the hub/)).toBeVisible();

  faults.expectAlso(/WebSocket|ERR_CONNECTION_REFUSED/);
  await hub.hub.close();
  hub.cut();
  await api.post(dealFor(ada, "By asking"));
  await api.expectUnread(ada.id, 2);
  // The clock of the page alone: at most half a minute until it asks.
  await page.clock.runFor(31_000);
  await expectUnread(page, 2);
  await context.close();
});
