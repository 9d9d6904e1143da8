import { afterAll, beforeEach, expect, test } from "vitest";
import { listAuditEntries } from "@/db/queries/audit";
import { users } from "@/db/schema/directory";
import { userChannelPreferences, userTopicPreferences } from "@/db/schema/preferences";
import { CATALOGUE } from "@/lib/catalogue/catalogue";
import { CHANNELS, type Channel, MEDIA, type Medium } from "@/lib/core/channel";
import type { CellChange } from "@/lib/core/defaults";
import type { ComparisonView } from "@/lib/core/defaults-view";
import { about } from "@/lib/core/layers";
import { resolveChannel, resolveTopic } from "@/lib/core/preference";
import { hasRole, type Role } from "@/lib/core/role";
import { perform } from "@/lib/http/perform";
import { firstBrokenEntry } from "../audit/chain";
import type { UserContext } from "../context";
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
import { undoDefaults } from "./undo-defaults";

const base = await startWorkspace();
let here: Awaited<ReturnType<typeof anotherWorkspace>>;

beforeEach(async () => {
  here = await anotherWorkspace(base.db);
});
afterAll(() => base.close());

const TOPICS = CATALOGUE.flatMap((section) => section.topics);
const boss = (): UserContext => ({
  ...here.asUser("boss"),
  actor: { ...here.asUser("boss").actor, role: "super_admin" },
});
const chain = () => listAuditEntries(here.db.read, here.workspaceId);
const set = (topic: string, target: Medium | Channel, enabled: boolean | null): CellChange => ({
  topic,
  target,
  enabled,
});
const save = (profile: string, changes: CellChange[], everyone = false) =>
  perform(saveDefaults, boss(), { profile, changes, everyone });
const preview = (profile: string, changes: CellChange[], everyone = false) =>
  perform(previewDefaults, boss(), { profile, changes, everyone });

async function profileFor(name: string, groups: string[]): Promise<string> {
  const { id } = await perform(createProfile, boss(), { name });
  await perform(setProfileGroups, boss(), { id, groups });
  return id;
}

/** 40 people of all roles, in groups and out, with choices of every age. */
async function fill(): Promise<string[]> {
  const ids = Array.from({ length: 30 }, (_, n) => `${here.workspaceId}-${n}`);
  const roles: Role[] = ["member", "member", "admin", "super_admin"];
  await here.db.transact(async (tx) => {
    const at = here.asApp().now;
    await tx.insertMany(
      users,
      ids.map((id, n) => ({
        workspaceId: here.workspaceId,
        id,
        email: `${id}@example.com`,
        name: id,
        role: roles[n % 4]!,
        permissions: n % 3 === 0 ? ["forms"] : [],
        createdAt: at,
        updatedAt: at,
        deactivatedAt: n % 13 === 12 ? at : null,
      })),
    );
    const chosen = ids.flatMap((userId, n) =>
      TOPICS.flatMap((topic, m) =>
        topic.media
          .filter((_, k) => (n * 7 + m * 3 + k) % 5 === 0)
          .map((medium, k) => ({
            workspaceId: here.workspaceId,
            userId,
            topic: topic.key,
            medium,
            enabled: (n + m + k) % 2 === 0,
            updatedAt: new Date(at.getTime() - (n % 3) * 60_000),
          })),
      ),
    );
    await tx.insertMany(userTopicPreferences, chosen);
    await tx.insertMany(
      userChannelPreferences,
      ids
        .filter((_, n) => n % 4 === 1)
        .map((userId, n) => ({
          workspaceId: here.workspaceId,
          userId,
          channel: CHANNELS[n % 8]!,
          enabled: n % 2 === 0,
          updatedAt: at,
        })),
    );
  });
  await here.addGroup(
    "sales",
    ids.filter((_, n) => n % 3 === 0).map((user) => ({ user })),
  );
  await here.addGroup(
    "support",
    ids.filter((_, n) => n % 4 === 0).map((user) => ({ user })),
  );
  await here.addGroup("empty", []);
  return ids;
}

type Values = Map<string, Map<string, boolean>>;

/** Everybody's every value, as deciding an event would find it: written out one by one. */
async function valuesOf(ids: string[]): Promise<Values> {
  const people = await loadPeople(here.db.read, here.workspaceId, {
    userIds: ids,
    topics: TOPICS.map(({ key }) => key),
    groupIds: [],
    now: new Date(),
    activeWindowSeconds: 60,
  });
  const all: Values = new Map();
  for (const [id, { role, permissions, layers, active }] of people) {
    if (!active) continue;
    const mine = new Map<string, boolean>();
    all.set(id, mine);
    for (const topic of TOPICS) {
      if (topic.role !== null && !hasRole(role, topic.role)) continue;
      if (topic.permission !== null && !permissions.includes(topic.permission)) continue;
      for (const medium of MEDIA)
        mine.set(about({ topic: topic.key, target: medium }), resolveTopic(topic, medium, layers).enabled);
    }
    for (const channel of CHANNELS)
      mine.set(about({ topic: "", target: channel }), resolveChannel(channel, layers).enabled);
  }
  return all;
}

/** How many people have something else now than in `before`, and how many in which cell. */
async function changedSince(before: Values, ids: string[]) {
  const cells: Record<string, number> = {};
  let changed = 0;
  for (const [id, values] of await valuesOf(ids)) {
    const differing = [...values].filter(([cell, enabled]) => before.get(id)?.get(cell) !== enabled);
    for (const [cell] of differing) cells[cell] = (cells[cell] ?? 0) + 1;
    if (differing.length > 0) changed++;
  }
  return { changed, cells };
}

/** What a preview said, in the same shape. */
function said({ changed, cells }: ComparisonView) {
  const some = cells.filter((cell) => cell.changed > 0);
  return { changed, cells: Object.fromEntries(some.map((cell) => [about(cell), cell.changed])) };
}

test("U25: the preview's number is the number of people whose values really change, whatever is changed", {
  timeout: 60_000,
}, async () => {
  const ids = await fill();
  const sales = await profileFor("Sales", ["sales"]);
  const support = await profileFor("Support", ["support", "sales"]);
  const some = (odd: number, value: (n: number) => boolean | null): CellChange[] =>
    TOPICS.flatMap((topic, n) =>
      topic.media
        .filter((medium, k) => !topic.required.includes(medium) && (n + k) % odd === 0)
        .map((medium, k) => set(topic.key, medium, value(n + k))),
    );
  const all = some(1, (n) => n % 2 === 0);
  const acts: [string, CellChange[], boolean][] = [
    ["account", [set("deals.stage_changed", "email", true)], false],
    [
      "account",
      [set("payments.failed", "desktop", false), set("forms.submitted", "desktop", false)].filter(known),
      false,
    ],
    [sales, some(3, (n) => n % 2 === 0), false],
    [support, [...some(4, (n) => n % 3 !== 0), set("", "popup", false), set("", "email", false)], false],
    ["account", all, true],
    [sales, some(5, () => null), false],
    [support, some(2, (n) => n % 2 === 1), true],
    ["account", all.map((one) => ({ ...one, enabled: !one.enabled })), false],
  ];
  const undo: string[] = [];
  const counts: number[] = [];
  for (const [profile, changes, everyone] of acts) {
    here.pass(30_000);
    const before = await valuesOf(ids);
    const told = await preview(profile, changes, everyone);
    const saved = await save(profile, changes, everyone);
    expect(saved).toMatchObject({ changed: told.changed, keeping: told.keeping });
    expect(await changedSince(before, ids)).toEqual(said(told));
    undo.push(saved.undo!);
    counts.push(told.changed);
  }
  expect(Math.max(...counts)).toBeGreaterThan(20);
  expect(Math.min(...counts)).toBeGreaterThan(0);
  for (const change of undo.reverse()) {
    const before = await valuesOf(ids);
    const { changed } = await perform(undoDefaults, boss(), { change });
    expect((await changedSince(before, ids)).changed).toBe(changed);
    expect(changed).toBe(counts.pop());
  }
  expect(firstBrokenEntry(await chain())).toBeUndefined();
});

test("U25: so is the preview of whom a profile is for, of its end and of the order", async () => {
  const ids = await fill();
  const sales = await profileFor("Sales", ["sales"]);
  const support = await profileFor("Support", ["support"]);
  const off = TOPICS.filter(({ media, required }) => media.includes("desktop") && !required.includes("desktop"));
  await save(
    sales,
    off.map(({ key }) => set(key, "desktop", false)),
  );
  await save(
    support,
    off.map(({ key }) => set(key, "desktop", true)),
  );
  const acts = [
    [
      { id: sales, groups: ["sales", "support"] },
      () => perform(setProfileGroups, boss(), { id: sales, groups: ["sales", "support"] }),
    ],
    [{ order: [support, sales] }, () => perform(orderProfiles, boss(), { ids: [support, sales] })],
    [{ id: support, deleted: true }, () => perform(deleteProfile, boss(), { id: support })],
    [{ id: sales, deleted: true }, () => perform(deleteProfile, boss(), { id: sales })],
  ] as const;
  for (const [change, act] of acts) {
    const before = await valuesOf(ids);
    const told = await perform(previewProfiles, boss(), change);
    await act();
    expect(told.changed).toBeGreaterThan(0);
    expect(await changedSince(before, ids)).toEqual(said(told));
  }
});

test("R56: says who keeps their own choice, and sets it aside only when it is applied to everyone", async () => {
  for (const id of ["ada", "bo", "cy"]) await here.addUser(`${here.workspaceId}-${id}`);
  await choose("ada", "deals.assigned", true);
  const off = [set("deals.assigned", "email", false)];
  expect(await preview("account", off)).toMatchObject({
    changed: 2,
    keeping: 1,
    cells: [{ topic: "deals.assigned", target: "email", name: "Deal assigned to you", changed: 2, keeping: 1 }],
  });
  await save("account", off);
  expect(await emailOf("ada")).toEqual({ enabled: true, source: "user", required: false });
  here.pass(1000);
  expect(await preview("account", off, true)).toMatchObject({ changed: 1, keeping: 0 });
  const { undo } = await save("account", off, true);
  expect(await emailOf("ada")).toEqual({ enabled: false, source: "account", required: false });
  here.pass(1000);
  await choose("bo", "deals.assigned", true);
  expect(await emailOf("bo")).toMatchObject({ enabled: true, source: "user" });
  await perform(undoDefaults, boss(), { change: undo });
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
    const error = await perform(useCase as typeof saveDefaults, boss(), { profile: "account", changes: wrong }).catch(
      (fault) => fault,
    );
    expect(error).toMatchObject({ code: "unprocessable" });
    expect(error.errors.map((one: { pointer: string }) => one.pointer)).toEqual(
      [1, 2, 3, 4].map((n) => `/changes/${n}`),
    );
  }
  expect(await chain()).toEqual([]);
});

test("every act leaves exactly one audit entry, with before and after; what changes nothing leaves none", async () => {
  await here.addGroup("sales", []);
  const start = (await chain()).length;
  const { id } = await perform(createProfile, boss(), { name: "Sales" });
  let undo: string | null = null;
  let copy = "";
  const acts: [string, () => Promise<unknown>, object][] = [
    [
      "profile.rename",
      () => perform(renameProfile, boss(), { id, name: "Sellers" }),
      { before: { name: "Sales" }, after: { name: "Sellers" } },
    ],
    [
      "profile.groups",
      () => perform(setProfileGroups, boss(), { id, groups: ["sales"] }),
      { before: [], after: ["sales"] },
    ],
    [
      "defaults.change",
      async () => {
        undo = (await save(id, [set("deals.assigned", "email", false)])).undo;
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
        copy = (await perform(duplicateProfile, boss(), { id })).id;
      },
      { after: { name: "Sellers copy", copy_of: id } },
    ],
    ["defaults.undo", () => perform(undoDefaults, boss(), { change: undo }), {}],
    ["profile.order", () => perform(orderProfiles, boss(), { ids: [copy, id] }), {}],
    [
      "profile.delete",
      () => perform(deleteProfile, boss(), { id }),
      { before: { name: "Sellers", groups: ["sales"] } },
    ],
  ];
  let entries = start + 1;
  for (const [action, act, told] of acts) {
    await act();
    entries += 1;
    expect(await chain()).toHaveLength(entries);
    expect((await chain()).at(-1)).toMatchObject({ action, actor: "user:boss", ...told });
  }
  await perform(renameProfile, boss(), { id: copy, name: "Sellers copy" });
  await perform(orderProfiles, boss(), { ids: [copy] });
  await save(copy, [set("deals.assigned", "email", false)]);
  expect(await chain()).toHaveLength(entries);
  const { chosen, profiles } = await perform(listDefaults, boss(), { profile: copy });
  expect(chosen.says).toEqual([set("deals.assigned", "email", false)]);
  expect(profiles.map(({ name }) => name)).toEqual(["Sellers copy"]);
});

test("refuses a second undo, an undo below a later change, and saving over what somebody else saved", async () => {
  const first = await save("account", [set("deals.assigned", "email", false)]);
  here.pass(1000);
  const { chosen } = await perform(listDefaults, boss(), {});
  const second = await save("account", [set("deals.assigned", "email", true)]);
  await expect(perform(undoDefaults, boss(), { change: first.undo })).rejects.toMatchObject({ code: "conflict" });
  const stale = { profile: "account", changes: [set("deals.assigned", "email", null)], version: chosen.version };
  await expect(perform(saveDefaults, boss(), stale)).rejects.toMatchObject({ code: "precondition_failed" });
  await perform(undoDefaults, boss(), { change: second.undo });
  await expect(perform(undoDefaults, boss(), { change: second.undo })).rejects.toMatchObject({ code: "conflict" });
  await perform(undoDefaults, boss(), { change: first.undo });
  expect((await perform(listDefaults, boss(), {})).chosen.says).toEqual([]);
});

test("no two profiles share a name, and the account is none that could be renamed, deleted or given away", async () => {
  const { id } = await perform(createProfile, boss(), { name: "Sales" });
  const taken = { code: "unprocessable", errors: [{ pointer: "/name" }] };
  await expect(perform(createProfile, boss(), { name: " sales " })).rejects.toMatchObject(taken);
  const other = await perform(createProfile, boss(), { name: "Support" });
  await expect(perform(renameProfile, boss(), { id: other.id, name: "SALES" })).rejects.toMatchObject(taken);
  await save("account", [set("deals.assigned", "email", false)]);
  const none = { code: "not_found" };
  await expect(perform(renameProfile, boss(), { id: "account", name: "x" })).rejects.toMatchObject(none);
  await expect(perform(deleteProfile, boss(), { id: "account" })).rejects.toMatchObject(none);
  await expect(perform(setProfileGroups, boss(), { id: "account", groups: [] })).rejects.toMatchObject(none);
  await expect(perform(setProfileGroups, boss(), { id, groups: ["none"] })).rejects.toMatchObject(none);
  await expect(perform(orderProfiles, boss(), { ids: [id] })).rejects.toMatchObject({ code: "conflict" });
});

test("S1: to members and admins it does not exist, nor across workspaces", async () => {
  const { id } = await perform(createProfile, boss(), { name: "Sales" });
  const { undo } = await save(id, [set("deals.assigned", "email", false)]);
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
      const ctx = { ...boss(), actor: { ...boss().actor, role } };
      await expect(perform(useCase, ctx, input)).rejects.toMatchObject({ code: "not_found" });
    }
    await expect(perform(useCase, here.asApp(), input)).rejects.toMatchObject({ code: "not_found" });
  }
  const elsewhere = { ...boss(), workspaceId: (await anotherWorkspace(base.db)).workspaceId };
  for (const [useCase, input] of [
    [undoDefaults, { change: undo }],
    [deleteProfile, { id }],
    [saveDefaults, { profile: id, changes: [] }],
  ] as const) {
    await expect(perform(useCase as typeof deleteProfile, elsewhere, input)).rejects.toMatchObject({
      code: "not_found",
    });
  }
  expect((await perform(listDefaults, boss(), {})).profiles).toHaveLength(1);
});

function known({ topic, target }: CellChange): boolean {
  const found = TOPICS.find(({ key }) => key === topic);
  return !!found && found.media.includes(target as Medium) && !found.required.includes(target as Medium);
}

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
