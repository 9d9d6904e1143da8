import { afterAll, beforeAll, expect, test } from "vitest";
import { MEDIA, type Medium } from "@/lib/core/channel";
import type { PreferenceChange } from "@/lib/core/preference-change";
import type { PreferencesView, TopicPreferences } from "@/lib/core/preferences-view";
import { putUser } from "../directory/put-user";
import { startWorkspace } from "../testing";
import { changeMyPreferences } from "./change-my-preferences";
import { clearMyPreferences } from "./clear-my-preferences";
import { readMyPreferences } from "./read-my-preferences";
import { resetMyPreferences } from "./reset-my-preferences";

let here: Awaited<ReturnType<typeof startWorkspace>>;
let people = 0;

beforeAll(async () => {
  here = await startWorkspace();
});
afterAll(() => here.close());

const TOPIC = "deals.stage_changed";
const REQUIRED = { key: "account.billing", medium: "email" } as const;

test("shows every topic that a person may have once, in its section, as Belfry ships it", async () => {
  const { view } = await somebody();
  const topics = topicsOf(await view());
  expect(new Set(topics.map(({ key }) => key)).size).toBe(topics.length);
  expect(topics.length).toBeGreaterThan(80);
  for (const { media } of topics) {
    for (const setting of Object.values(media)) {
      expect(["catalogue", "required"]).toContain(setting.source);
      expect(setting.inherited).toEqual({ enabled: setting.enabled, source: setting.source });
    }
  }
  const { channels, sound, redDot, version } = await view();
  expect(Object.values(channels).every(({ enabled, source }) => enabled && source === "catalogue")).toBe(true);
  expect(
    Object.entries(channels)
      .filter(([, { connected }]) => connected)
      .map(([name]) => name),
  ).toEqual(["bell", "popup", "browser", "email"]);
  expect({ sound, redDot, version }).toEqual({ sound: "chime", redDot: true, version: "0" });
});

test("stores a choice, says whose it is, and what would hold without it", async () => {
  const { change, view } = await somebody();
  const { inherited, enabled } = setting(await view(), TOPIC, "email");
  const changed = await change({ topics: { [TOPIC]: { email: { enabled: !enabled } } } });
  const wanted = { enabled: !enabled, source: "user", required: false, inherited };
  expect(changed.topics).toHaveLength(1);
  expect(changed.topics[0]?.media.email).toEqual(wanted);
  expect(setting(await view(), TOPIC, "email")).toEqual(wanted);
  expect((await view()).version).toBe(changed.version);
});

test("takes back a whole change with its undo, and what was never said is not said then", async () => {
  const { change, view } = await somebody();
  await change({
    topics: { [TOPIC]: { desktop: { enabled: false }, sound: "glass" } },
    channels: { email: { enabled: false } },
  });
  const { version, ...before } = await view();
  const { undo } = await change({
    topics: {
      [TOPIC]: { desktop: null, email: { enabled: false }, sound: "none" },
      "deals.assigned": { desktop: { enabled: false } },
    },
    channels: { email: null, popup: { enabled: false } },
    sound: "knock",
    red_dot: false,
  });
  expect(await view()).toMatchObject({ sound: "knock", redDot: false });
  const { undo: redo } = await change(undo);
  expect(await view()).toEqual({ ...before, version: expect.any(String) });
  await change(redo);
  expect(await view()).toMatchObject({ sound: "knock", redDot: false });
  expect(setting(await view(), TOPIC, "desktop").source).toBe("catalogue");
});

test("gives each change another version, and none to a change that changes nothing", async () => {
  const { change } = await somebody();
  const off = { topics: { [TOPIC]: { email: { enabled: false } } } };
  const [first, again, back] = [
    await change(off),
    await change(off),
    await change({ topics: { [TOPIC]: { email: null } } }),
  ];
  expect(again.version).toBe(first.version);
  expect(back.version).not.toBe(first.version);
  expect(again.undo).toEqual(off);
});

test("R51: clears a tab but for what is required, leaves the other tabs and the switches, and can be undone", async () => {
  const { change, clear, view } = await somebody();
  await change({ topics: { [TOPIC]: { email: { enabled: true } } } });
  const before = await view();
  const cleared = await clear({ medium: "email" });
  const after = await view();
  for (const topic of topicsOf(after)) {
    const { email } = topic.media;
    if (email) expect(email.enabled, topic.key).toBe(email.required);
    for (const medium of MEDIA.filter((one) => one !== "email")) {
      expect(topic.media[medium]).toEqual(find(before, topic.key).media[medium]);
    }
  }
  expect(after.channels).toEqual(before.channels);
  expect(setting(after, REQUIRED.key, REQUIRED.medium)).toMatchObject({ enabled: true, required: true });
  await change(cleared.undo);
  expect({ ...(await view()), version: "" }).toEqual({ ...before, version: "" });
});

test("forgets what was chosen on one tab, or on all", async () => {
  const { change, reset, view } = await somebody();
  const fresh = await view();
  await change({
    topics: { [TOPIC]: { email: { enabled: false }, desktop: { enabled: false }, sound: "bloom" } },
    channels: { bell: { enabled: false } },
  });
  expect((await reset({ medium: "email" })).topics.map(({ key }) => key)).toEqual([TOPIC]);
  expect(find(await view(), TOPIC)).toMatchObject({ sound: "bloom", media: { desktop: { source: "user" } } });
  const all = await reset({});
  expect((await view()).sections).toEqual(fresh.sections);
  expect((await view()).channels.bell.source).toBe("user");
  await change(all.undo);
  expect(find(await view(), TOPIC)).toMatchObject({ sound: "bloom", media: { desktop: { enabled: false } } });
  expect(await reset({ medium: "mobile" })).toMatchObject({ topics: [], undo: {} });
});

test("R54: refuses to switch off what is required, and takes that it stays on", async () => {
  const { change, view } = await somebody();
  await expect(change({ topics: { [REQUIRED.key]: { email: { enabled: false } } } })).rejects.toMatchObject({
    code: "unprocessable",
    errors: [{ pointer: `/topics/${REQUIRED.key}/email/enabled` }],
  });
  await change({ topics: { [REQUIRED.key]: { email: { enabled: true } } } });
  expect(setting(await view(), REQUIRED.key, "email").source).toBe("required");
});

test("stores nothing of a change of which one part cannot be", async () => {
  const { change, view } = await somebody();
  const wanted = { [TOPIC]: { email: { enabled: false } }, "no.such": { email: null }, "a/b~c": {} };
  await expect(change({ topics: wanted, red_dot: false })).rejects.toMatchObject({
    errors: [{ pointer: "/topics/no.such" }, { pointer: "/topics/a~1b~0c" }],
  });
  expect(await view()).toMatchObject({ version: "0", redDot: true });
});

test("R57, R72: what a gate hides is not there and cannot be named; choices return with the role", async () => {
  const { id, change, view, clear, reset } = await somebody({ role: "super_admin", permissions: ["forms"] });
  const gated = {
    "payments.received": { desktop: { enabled: false } },
    "forms.submitted": { email: { enabled: false } },
  };
  const keys = Object.keys(gated);
  const known = topicsOf(await view()).map(({ key }) => key);
  expect(known).toEqual(expect.arrayContaining(keys));
  await change({ topics: gated });

  await putUser.run(here.asApp(), putUser.input.parse({ id, role: "member", permissions: [] }));
  const without = await view();
  expect(topicsOf(without).map(({ key }) => key)).not.toEqual(expect.arrayContaining(keys.slice(0, 1)));
  expect(without.sections.map(({ key }) => key)).not.toContain("payments");
  for (const key of keys) {
    await expect(change({ topics: { [key]: { desktop: { enabled: true } } } })).rejects.toMatchObject({
      errors: [{ pointer: `/topics/${key}`, detail: "There is no such topic for this person." }],
    });
  }
  await clear({ medium: "desktop" });
  await reset({});

  await putUser.run(here.asApp(), putUser.input.parse({ id, role: "super_admin", permissions: ["forms"] }));
  expect(setting(await view(), "payments.received", "desktop")).toMatchObject({ enabled: false, source: "user" });
  expect(setting(await view(), "forms.submitted", "email")).toMatchObject({ enabled: false, source: "user" });
});

test("is for people: an app and the command line have no preferences", () => {
  for (const verb of [readMyPreferences, changeMyPreferences, clearMyPreferences, resetMyPreferences]) {
    expect(() => verb.may(here.asApp(), {} as never)).toThrow("Sign in first.");
  }
});

async function somebody(more: Parameters<typeof here.addUser>[1] = {}) {
  const id = `person-${++people}`;
  await here.addUser(id, more);
  return {
    id,
    view: () => readMyPreferences.run(here.asUser(id), {}),
    change: (change: PreferenceChange) => changeMyPreferences.run(here.asUser(id), change),
    clear: (input: { medium: Medium }) => clearMyPreferences.run(here.asUser(id), input),
    reset: (input: { medium?: Medium }) => resetMyPreferences.run(here.asUser(id), input),
  };
}

function topicsOf({ sections }: PreferencesView): TopicPreferences[] {
  return sections.flatMap(({ topics }) => topics);
}

function find(view: PreferencesView, key: string): TopicPreferences {
  return topicsOf(view).find((topic) => topic.key === key)!;
}

function setting(view: PreferencesView, key: string, medium: Medium) {
  return find(view, key).media[medium]!;
}
