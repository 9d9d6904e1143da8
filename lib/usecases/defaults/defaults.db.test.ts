import { afterAll, beforeEach, expect, test } from "vitest";
import { userTopicPreferences } from "@/db/schema/preferences";
import { MEDIA } from "@/lib/core/channel";
import { resolveTopic } from "@/lib/core/preference";
import { perform } from "@/lib/http/perform";
import { loadPeople } from "../events/load-people";
import { anotherWorkspace, startWorkspace } from "../testing";
import {
  createProfile,
  deleteProfile,
  duplicateProfile,
  orderProfiles,
  renameProfile,
  setProfileGroups,
} from "./change-profiles";
import { listDefaults } from "./list-defaults";
import { previewDefaults } from "./preview-defaults";
import { previewProfiles } from "./preview-profiles";
import { saveDefaults } from "./save-defaults";
import { defaultsIn, set, TOPICS } from "./testing";
import { undoDefaults } from "./undo-defaults";

const base = await startWorkspace();
let here: Awaited<ReturnType<typeof anotherWorkspace>> & ReturnType<typeof defaultsIn>;

beforeEach(async () => {
  const workspace = await anotherWorkspace(base.db);
  here = { ...workspace, ...defaultsIn(workspace) };
});
afterAll(() => base.close());

/** 40 people of all roles, in groups and out, with choices of every age. */
/** Everybody's every value, as deciding an event would find it: written out one by one. */
/** How many people have something else now than in `before`, and how many in which cell. */
/** What a preview said, in the same shape. */
test("R56: says who keeps their own choice, and sets it aside only when it is applied to everyone", async () => {
  for (const id of ["ada", "bo", "cy"]) await here.addUser(`${here.workspaceId}-${id}`);
  await choose("ada", "deals.assigned", true);
  const off = [set("deals.assigned", "email", false)];
  expect(await here.preview("account", off)).toMatchObject({
    changed: 2,
    keeping: 1,
    cells: [{ topic: "deals.assigned", target: "email", name: "Deal assigned to you", changed: 2, keeping: 1 }],
  });
  await here.save("account", off);
  expect(await emailOf("ada")).toEqual({ enabled: true, source: "user", required: false });
  here.pass(1000);
  expect(await here.preview("account", off, true)).toMatchObject({ changed: 1, keeping: 0 });
  const { undo } = await here.save("account", off, true);
  expect(await emailOf("ada")).toEqual({ enabled: false, source: "account", required: false });
  here.pass(1000);
  await choose("bo", "deals.assigned", true);
  expect(await emailOf("bo")).toMatchObject({ enabled: true, source: "user" });
  await perform(undoDefaults, here.boss(), { change: undo });
  expect(await emailOf("ada")).toEqual({ enabled: true, source: "user", required: false });
});

test("R54: what is required, not offered or unknown cannot be set, and says so with its place", async () => {
  const required = TOPICS.find((topic) => topic.required.length > 0)!;
  const narrow = TOPICS.find((topic) => topic.media.length < 4)!;
  const wrong = [
    set("deals.assigned", "email", false),
    set(required.key, required.required[0]!, false),
    set(narrow.key, MEDIA.find((medium) => !narrow.media.includes(medium))!, true),
    set("no.such", "email", true),
    set("", "desktop", true),
  ];
  for (const useCase of [saveDefaults, previewDefaults]) {
    const error = await perform(useCase as typeof saveDefaults, here.boss(), {
      profile: "account",
      changes: wrong,
    }).catch((fault) => fault);
    expect(error).toMatchObject({ code: "unprocessable" });
    expect(error.errors.map((one: { pointer: string }) => one.pointer)).toEqual(
      [1, 2, 3, 4].map((n) => `/changes/${n}`),
    );
  }
  expect(await here.chain()).toEqual([]);
});

test("every act leaves exactly one audit entry, with before and after; what changes nothing leaves none", async () => {
  await here.addGroup("sales", []);
  const start = (await here.chain()).length;
  const { id } = await perform(createProfile, here.boss(), { name: "Sales" });
  let undo: string | null = null;
  let copy = "";
  const acts: [string, () => Promise<unknown>, object][] = [
    [
      "profile.rename",
      () => perform(renameProfile, here.boss(), { id, name: "Sellers" }),
      { before: { name: "Sales" }, after: { name: "Sellers" } },
    ],
    [
      "profile.groups",
      () => perform(setProfileGroups, here.boss(), { id, groups: ["sales"] }),
      { before: [], after: ["sales"] },
    ],
    [
      "defaults.change",
      async () => {
        undo = (await here.save(id, [set("deals.assigned", "email", false)])).undo;
      },
      {
        before: { cells: [{ topic: "deals.assigned", target: "email", enabled: null, overrides_until: null }] },
        after: {
          cells: [{ topic: "deals.assigned", target: "email", enabled: false, overrides_until: null }],
          everyone: false,
          people: 0,
          keeping: 0,
        },
      },
    ],
    [
      "profile.create",
      async () => {
        copy = (await perform(duplicateProfile, here.boss(), { id })).id;
      },
      { after: { name: "Sellers copy", copy_of: id } },
    ],
    ["defaults.undo", () => perform(undoDefaults, here.boss(), { change: undo }), {}],
    ["profile.order", () => perform(orderProfiles, here.boss(), { ids: [copy, id] }), {}],
    [
      "profile.delete",
      () => perform(deleteProfile, here.boss(), { id }),
      { before: { name: "Sellers", groups: ["sales"] } },
    ],
  ];
  let entries = start + 1;
  for (const [action, act, told] of acts) {
    await act();
    entries += 1;
    expect(await here.chain()).toHaveLength(entries);
    expect((await here.chain()).at(-1)).toMatchObject({ action, actor: "user:boss", ...told });
  }
  await perform(renameProfile, here.boss(), { id: copy, name: "Sellers copy" });
  await perform(orderProfiles, here.boss(), { ids: [copy] });
  await here.save(copy, [set("deals.assigned", "email", false)]);
  expect(await here.chain()).toHaveLength(entries);
  const { chosen, profiles } = await perform(listDefaults, here.boss(), { profile: copy });
  expect(chosen.says).toEqual([set("deals.assigned", "email", false)]);
  expect(profiles.map(({ name }) => name)).toEqual(["Sellers copy"]);
});

test("refuses a second undo, an undo below a later change, and saving over what somebody else saved", async () => {
  const first = await here.save("account", [set("deals.assigned", "email", false)]);
  here.pass(1000);
  const { chosen } = await perform(listDefaults, here.boss(), {});
  const second = await here.save("account", [set("deals.assigned", "email", true)]);
  await expect(perform(undoDefaults, here.boss(), { change: first.undo })).rejects.toMatchObject({ code: "conflict" });
  const stale = { profile: "account", changes: [set("deals.assigned", "email", null)], version: chosen.version };
  await expect(perform(saveDefaults, here.boss(), stale)).rejects.toMatchObject({ code: "precondition_failed" });
  await perform(undoDefaults, here.boss(), { change: second.undo });
  await expect(perform(undoDefaults, here.boss(), { change: second.undo })).rejects.toMatchObject({ code: "conflict" });
  await perform(undoDefaults, here.boss(), { change: first.undo });
  expect((await perform(listDefaults, here.boss(), {})).chosen.says).toEqual([]);
});

test("no two profiles share a name, and the account is none that could be renamed, deleted or given away", async () => {
  const { id } = await perform(createProfile, here.boss(), { name: "Sales" });
  const taken = { code: "unprocessable", errors: [{ pointer: "/name" }] };
  await expect(perform(createProfile, here.boss(), { name: " sales " })).rejects.toMatchObject(taken);
  const other = await perform(createProfile, here.boss(), { name: "Support" });
  await expect(perform(renameProfile, here.boss(), { id: other.id, name: "SALES" })).rejects.toMatchObject(taken);
  await here.save("account", [set("deals.assigned", "email", false)]);
  const none = { code: "not_found" };
  await expect(perform(renameProfile, here.boss(), { id: "account", name: "x" })).rejects.toMatchObject(none);
  await expect(perform(deleteProfile, here.boss(), { id: "account" })).rejects.toMatchObject(none);
  await expect(perform(setProfileGroups, here.boss(), { id: "account", groups: [] })).rejects.toMatchObject(none);
  await expect(perform(setProfileGroups, here.boss(), { id, groups: ["none"] })).rejects.toMatchObject(none);
  await expect(perform(orderProfiles, here.boss(), { ids: [id] })).rejects.toMatchObject({ code: "conflict" });
});

test("S1: to members and admins it does not exist, nor across workspaces", async () => {
  const { id } = await perform(createProfile, here.boss(), { name: "Sales" });
  const { undo } = await here.save(id, [set("deals.assigned", "email", false)]);
  const calls: [Parameters<typeof perform>[0], object][] = [
    [listDefaults, {}],
    [previewDefaults, { profile: "account", changes: [] }],
    [previewProfiles, { id, deleted: true }],
    [saveDefaults, { profile: "account", changes: [] }],
    [undoDefaults, { change: undo }],
    [createProfile, { name: "x" }],
    [renameProfile, { id, name: "x" }],
    [duplicateProfile, { id }],
    [deleteProfile, { id }],
    [orderProfiles, { ids: [id] }],
    [setProfileGroups, { id, groups: [] }],
  ];
  for (const [useCase, input] of calls) {
    for (const role of ["member", "admin"] as const) {
      const ctx = { ...here.boss(), actor: { ...here.boss().actor, role } };
      await expect(perform(useCase, ctx, input)).rejects.toMatchObject({ code: "not_found" });
    }
    await expect(perform(useCase, here.asApp(), input)).rejects.toMatchObject({ code: "not_found" });
  }
  const elsewhere = { ...here.boss(), workspaceId: (await anotherWorkspace(base.db)).workspaceId };
  for (const [useCase, input] of [
    [undoDefaults, { change: undo }],
    [deleteProfile, { id }],
    [saveDefaults, { profile: id, changes: [] }],
  ] as const) {
    await expect(perform(useCase as typeof deleteProfile, elsewhere, input)).rejects.toMatchObject({
      code: "not_found",
    });
  }
  expect((await perform(listDefaults, here.boss(), {})).profiles).toHaveLength(1);
});

async function choose(id: string, topic: string, enabled: boolean) {
  const userId = `${here.workspaceId}-${id}`;
  const row = {
    workspaceId: here.workspaceId,
    userId,
    topic,
    medium: "email" as const,
    enabled,
    updatedAt: here.asApp().now,
  };
  await here.db.transact((tx) => tx.insertMany(userTopicPreferences, [row]));
}

async function emailOf(id: string) {
  const userId = `${here.workspaceId}-${id}`;
  const people = await loadPeople(here.db.read, here.workspaceId, {
    userIds: [userId],
    topics: ["deals.assigned"],
    groupIds: [],
    now: new Date(),
    activeWindowSeconds: 60,
  });
  return resolveTopic(TOPICS.find(({ key }) => key === "deals.assigned")!, "email", people.get(userId)!.layers);
}
