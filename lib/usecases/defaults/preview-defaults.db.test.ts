import { afterAll, beforeEach, expect, test } from "vitest";
import { users } from "@/db/schema/directory";
import { userChannelPreferences, userTopicPreferences } from "@/db/schema/preferences";
import { CHANNELS, MEDIA, type Medium } from "@/lib/core/channel";
import type { CellChange } from "@/lib/core/defaults";
import type { ComparisonView } from "@/lib/core/defaults-view";
import { about } from "@/lib/core/layers";
import { resolveChannel, resolveTopic } from "@/lib/core/preference";
import { hasRole, type Role } from "@/lib/core/role";
import { perform } from "@/lib/http/perform";
import { firstBrokenEntry } from "../audit/chain";
import { loadPeople } from "../events/load-people";
import { anotherWorkspace, startWorkspace } from "../testing";
import { deleteProfile, orderProfiles, setProfileGroups } from "./change-profiles";
import { previewProfiles } from "./preview-profiles";
import { defaultsIn, set, TOPICS } from "./testing";
import { undoDefaults } from "./undo-defaults";

const base = await startWorkspace();
let here: Awaited<ReturnType<typeof anotherWorkspace>> & ReturnType<typeof defaultsIn>;

beforeEach(async () => {
  const workspace = await anotherWorkspace(base.db);
  here = { ...workspace, ...defaultsIn(workspace) };
});
afterAll(() => base.close());

test("U25: the preview's number is the number of people whose values really change, whatever is changed", {
  timeout: 60_000,
}, async () => {
  const ids = await fill();
  const sales = await here.profileFor("Sales", ["sales"]);
  const support = await here.profileFor("Support", ["support", "sales"]);
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
    const told = await here.preview(profile, changes, everyone);
    const saved = await here.save(profile, changes, everyone);
    expect(saved).toMatchObject({ changed: told.changed, keeping: told.keeping });
    expect(await changedSince(before, ids)).toEqual(said(told));
    undo.push(saved.undo!);
    counts.push(told.changed);
  }
  expect(Math.max(...counts)).toBeGreaterThan(20);
  expect(Math.min(...counts)).toBeGreaterThan(0);
  for (const change of undo.reverse()) {
    const before = await valuesOf(ids);
    const { changed } = await perform(undoDefaults, here.boss(), { change });
    expect((await changedSince(before, ids)).changed).toBe(changed);
    expect(changed).toBe(counts.pop());
  }
  expect(firstBrokenEntry(await here.chain())).toBeUndefined();
});

test("U25: so is the preview of whom a profile is for, of its end and of the order", async () => {
  const ids = await fill();
  const sales = await here.profileFor("Sales", ["sales"]);
  const support = await here.profileFor("Support", ["support"]);
  const off = TOPICS.filter(({ media, required }) => media.includes("desktop") && !required.includes("desktop"));
  await here.save(
    sales,
    off.map(({ key }) => set(key, "desktop", false)),
  );
  await here.save(
    support,
    off.map(({ key }) => set(key, "desktop", true)),
  );
  const acts = [
    [
      { id: sales, groups: ["sales", "support"] },
      () => perform(setProfileGroups, here.boss(), { id: sales, groups: ["sales", "support"] }),
    ],
    [{ order: [support, sales] }, () => perform(orderProfiles, here.boss(), { ids: [support, sales] })],
    [{ id: support, deleted: true }, () => perform(deleteProfile, here.boss(), { id: support })],
    [{ id: sales, deleted: true }, () => perform(deleteProfile, here.boss(), { id: sales })],
  ] as const;
  for (const [change, act] of acts) {
    const before = await valuesOf(ids);
    const told = await perform(previewProfiles, here.boss(), change);
    await act();
    expect(told.changed).toBeGreaterThan(0);
    expect(await changedSince(before, ids)).toEqual(said(told));
  }
});

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

function said({ changed, cells }: ComparisonView) {
  const some = cells.filter((cell) => cell.changed > 0);
  return { changed, cells: Object.fromEntries(some.map((cell) => [about(cell), cell.changed])) };
}

function known({ topic, target }: CellChange): boolean {
  const found = TOPICS.find(({ key }) => key === topic);
  return !!found && found.media.includes(target as Medium) && !found.required.includes(target as Medium);
}
