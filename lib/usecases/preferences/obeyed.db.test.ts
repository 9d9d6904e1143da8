import { afterAll, beforeAll, expect, test } from "vitest";
import { profileDefaults, profileGroups, profiles, userTopicPreferences } from "@/db/schema/preferences";
import { type Channel, MEDIUM_OF } from "@/lib/core/channel";
import type { PreferenceChange } from "@/lib/core/preference-change";
import type { PreferencesView } from "@/lib/core/preferences-view";
import { putUser } from "../directory/put-user";
import { getEvent } from "../events/get-event";
import { listNotifications } from "../inbox/list-notifications";
import { startWorkspace } from "../testing";
import { changeMyPreferences } from "./change-my-preferences";
import { readMyPreferences } from "./read-my-preferences";

let here: Awaited<ReturnType<typeof startWorkspace>>;
let people = 0;

beforeAll(async () => {
  here = await startWorkspace();
});
afterAll(() => here.close());

const TOPIC = "deals.stage_changed";

test("U14: of 100 events after 100 toggles, none is decided by an older choice", async () => {
  const { id, change, told } = await somebody();
  for (let round = 0; round < 100; round++) {
    const enabled = round % 2 === 1;
    const wanted =
      round % 4 < 2 ? { topics: { [TOPIC]: { desktop: { enabled } } } } : { channels: { bell: { enabled } } };
    await change(wanted);
    const { bell } = await told(TOPIC);
    expect(bell, `${id}, ${round}`).toBe(enabled ? "delivered" : round % 4 < 2 ? "preference_off" : "channel_off");
  }
}, 60_000);

test("A16: bell off and email on: it exists and is listed, and does not count", async () => {
  const { change, told, listed } = await somebody();
  await change({ channels: { bell: { enabled: false } }, topics: { [TOPIC]: { email: { enabled: true } } } });
  expect(await told(TOPIC)).toMatchObject({ bell: "channel_off", email: "queued" });
  expect(await listed()).toMatchObject({ data: [{ topic: TOPIC }], unread: 0 });

  await change({ channels: { bell: null } });
  await told(TOPIC);
  expect(await listed()).toMatchObject({ data: [{ topic: TOPIC }, { topic: TOPIC }], unread: 1 });
});

test("nothing exists of what is off on every medium, and of what no channel would bring", async () => {
  const { change, told, listed } = await somebody();
  const off = { enabled: false };
  await change({ topics: { [TOPIC]: { email: off, desktop: off, apps: off, mobile: off } } });
  expect(await told(TOPIC)).toMatchObject({ bell: "preference_off", email: "preference_off", push: "preference_off" });
  await change({ topics: { [TOPIC]: { desktop: null } }, channels: { bell: off, popup: off, browser: off } });
  expect(await told(TOPIC)).toMatchObject({ bell: "channel_off", popup: "channel_off", email: "preference_off" });
  expect(await listed()).toEqual({ data: [], unread: 0, next_cursor: null });
});

test("R54: what is required passes the bell's switch, and every choice that was stored before it was", async () => {
  const { id, change, told } = await somebody();
  await change({ channels: { bell: { enabled: false } } });
  await store(id, "announcements.posted", false);
  expect(await told("announcements.posted")).toMatchObject({ bell: "delivered" });
});

test("R57: who is no super admin any more loses the payments topics at once, and has them back as they were", async () => {
  const { id, change, view, told } = await somebody({ role: "super_admin" });
  const key = "payments.received";
  await change({ topics: { [key]: { email: { enabled: false } } } });
  expect(await told(key)).toMatchObject({ bell: "delivered", email: "preference_off" });

  await putUser.run(here.asApp(), { id, role: "member" });
  expect(await told(key)).toMatchObject({ bell: "missing_permission", email: "missing_permission" });
  expect(JSON.stringify(await view())).not.toContain("payments");

  await putUser.run(here.asApp(), { id, role: "super_admin" });
  expect(await told(key)).toMatchObject({ bell: "delivered", email: "preference_off" });
  expect(topic(await view(), key).media.email).toMatchObject({ enabled: false, source: "user" });
});

test("R55, R56: the strongest of a person's profiles decides, and what was applied to everyone ignores older choices", async () => {
  const [ada, bo, cy] = [await somebody(), await somebody(), await somebody()];
  await here.addGroup("sales", [{ user: ada.id }, { user: bo.id }]);
  await here.addGroup("board", [{ user: bo.id }]);
  const made = here.asApp().now;
  await ada.change({ topics: { [TOPIC]: { apps: { enabled: true } } } });
  await cy.change({ topics: { [TOPIC]: { apps: { enabled: true } } }, channels: { popup: { enabled: true } } });
  await addProfile({ id: "prf_sales", name: "Sales", position: 2, groupId: "sales" }, [
    { topic: TOPIC, target: "desktop", enabled: false },
    { topic: TOPIC, target: "apps", enabled: false },
  ]);
  await addProfile({ id: "prf_board", name: "Board", position: 1, groupId: "board" }, [
    { topic: TOPIC, target: "desktop", enabled: true },
    { topic: "", target: "bell", enabled: false },
  ]);
  await addProfile({ id: "account", name: "Account", position: 0 }, [
    { topic: TOPIC, target: "apps", enabled: false, overridesUntil: made },
    { topic: "", target: "popup", enabled: false, overridesUntil: made },
  ]);

  const settings = async ({ view }: typeof ada) => {
    const { channels, ...rest } = await view();
    const { desktop, apps } = topic({ channels, ...rest }, TOPIC).media;
    return [desktop?.source, apps?.source, channels.bell.source, channels.popup.source];
  };
  expect(await settings(ada)).toEqual(["profile:Sales", "user", "catalogue", "account"]);
  expect(await settings(bo)).toEqual(["profile:Board", "profile:Sales", "profile:Board", "account"]);
  expect(await settings(cy)).toEqual(["catalogue", "account", "catalogue", "account"]);
  for (const { agrees } of [ada, bo, cy]) await agrees();

  here.pass(1);
  const { undo } = await cy.change({ topics: { [TOPIC]: { apps: { enabled: true } } } });
  expect(await settings(cy)).toEqual(["catalogue", "user", "catalogue", "account"]);
  await cy.agrees();
  await cy.change(undo);
  expect(await settings(cy)).toEqual(["catalogue", "account", "catalogue", "account"]);
});

test("two tabs that change at once lose nothing of each other", async () => {
  const { change, view } = await somebody();
  const keys = (await view()).sections
    .flatMap(({ topics }) => topics.filter(({ media }) => media.apps && !media.apps.required))
    .slice(0, 20);
  const answers = await Promise.all(keys.map(({ key }) => change({ topics: { [key]: { apps: { enabled: true } } } })));
  for (const { key } of keys)
    expect(topic(await view(), key).media.apps).toMatchObject({ enabled: true, source: "user" });
  expect(new Set(answers.map(({ version }) => version)).size).toBe(20);
  await Promise.all(answers.map(({ undo }) => change(undo)));
  for (const { key } of keys) expect(topic(await view(), key).media.apps?.source).not.toBe("user");
});

async function somebody(more: Parameters<typeof here.addUser>[1] = {}) {
  const id = `person-${++people}`;
  await here.addUser(id, more);
  const view = () => readMyPreferences.run(here.asUser(id), {});
  async function told(key: string) {
    const [one] = (await here.outcomes({ topic: key, recipients: [{ user: id, as: "owner" }] })).values();
    return one!;
  }
  return {
    id,
    view,
    told,
    change: (change: PreferenceChange) => changeMyPreferences.run(here.asUser(id), change),
    listed: () =>
      listNotifications.run(here.asApp(), { user: id, tab: "all", unread: false, limit: 50, cursor: undefined }),
    /** The next event's decisions name the sources that the page shows. */
    async agrees() {
      const { channels, ...rest } = await view();
      const eventId = await here.publish({ topic: TOPIC, recipients: [{ user: id }] });
      await here.decide();
      const { decisions } = await getEvent.run(here.asApp(), { id: eventId, limit: 1, cursor: undefined });
      for (const { channel, reason, source } of decisions[0]!.channels as {
        channel: Channel;
        reason: string;
        source: string;
      }[]) {
        const setting = topic({ channels, ...rest }, TOPIC).media[MEDIUM_OF[channel]]!;
        expect(reason === "preference_off", channel).toBe(!setting.enabled);
        if (reason === "preference_off") expect(source).toBe(setting.source);
        if (reason === "channel_off") expect(source).toBe(channels[channel].source);
        expect(reason === "channel_off", channel).toBe(setting.enabled && !channels[channel].enabled);
      }
    },
  };
}

async function store(userId: string, topicKey: string, enabled: boolean): Promise<void> {
  const { workspaceId, now: updatedAt } = here.asApp();
  await here.db.transact((tx) =>
    tx.insertMany(userTopicPreferences, [
      { workspaceId, userId, topic: topicKey, medium: "desktop", enabled, updatedAt },
    ]),
  );
}

type Default = Pick<typeof profileDefaults.$inferInsert, "topic" | "target" | "enabled" | "overridesUntil">;

async function addProfile(
  { groupId, ...profile }: { id: string; name: string; position: number; groupId?: string },
  defaults: Default[],
): Promise<void> {
  const { workspaceId, now: updatedAt } = here.asApp();
  const of = { workspaceId, profileId: profile.id };
  await here.db.transact(async (tx) => {
    await tx.insertMany(profiles, [{ workspaceId, ...profile }]);
    if (groupId) await tx.insertMany(profileGroups, [{ ...of, groupId }]);
    await tx.insertMany(
      profileDefaults,
      defaults.map((one) => ({ ...of, ...one, updatedAt })),
    );
  });
}

function topic({ sections }: PreferencesView, key: string) {
  return sections.flatMap(({ topics }) => topics).find((one) => one.key === key)!;
}
