import { afterAll, beforeEach, expect, test } from "vitest";
import type { Channel, Medium } from "@/lib/core/channel";
import type { CellChange } from "@/lib/core/defaults";
import { perform } from "@/lib/http/perform";
import type { UserContext } from "../context";
import { changeMyPreferences } from "../preferences/change-my-preferences";
import { readMyPreferences } from "../preferences/read-my-preferences";
import { anotherWorkspace, startWorkspace } from "../testing";
import { createProfile, setProfileGroups } from "./change-profiles";
import { dismissDefaultNotices } from "./dismiss-default-notices";
import { listDefaultNotices } from "./list-default-notices";
import { saveDefaults } from "./save-defaults";
import { undoDefaults } from "./undo-defaults";

const base = await startWorkspace();
let here: Awaited<ReturnType<typeof anotherWorkspace>>;
let ada: string;
let bo: string;

beforeEach(async () => {
  here = await anotherWorkspace(base.db);
  [ada, bo] = [`ada-${here.workspaceId}`, `bo-${here.workspaceId}`];
  await here.addUser(ada);
  await here.addUser(bo);
  here.pass(1000);
});
afterAll(() => base.close());

const boss = (): UserContext => ({
  ...here.asUser("boss"),
  actor: { ...here.asUser("boss").actor, role: "super_admin" },
});
const set = (topic: string, target: Medium | Channel, enabled: boolean | null): CellChange => ({
  topic,
  target,
  enabled,
});
async function save(profile: string, changes: CellChange[], everyone = false) {
  here.pass(1000);
  return perform(saveDefaults, boss(), { profile, changes, everyone });
}
const noticeOf = (id: string) => perform(listDefaultNotices, here.asUser(id), {});

test("R56: tells who gets something else now, what it is, and nobody whose own choice decides", async () => {
  await perform(changeMyPreferences, here.asUser(bo), {
    topics: { "deals.assigned": { email: { enabled: true } } },
  });
  await save("account", [set("deals.assigned", "email", false), set("", "popup", false)]);
  expect(await noticeOf(ada)).toEqual({
    at: here.asApp().now.toISOString(),
    cells: [
      { topic: "deals.assigned", target: "email", name: "Deal assigned to you", enabled: false },
      { topic: "", target: "popup", name: null, enabled: false },
    ],
  });
  expect((await noticeOf(bo))?.cells.map(({ target }) => target)).toEqual(["popup"]);
});

test("tells who was overridden by a change for everyone, though the default is as it was", async () => {
  await save("account", [set("deals.assigned", "email", false)]);
  await perform(changeMyPreferences, here.asUser(bo), { topics: { "deals.assigned": { email: { enabled: true } } } });
  await perform(dismissDefaultNotices, here.asUser(bo), { at: here.asApp().now.toISOString() });
  await save("account", [set("deals.assigned", "email", false)], true);
  expect((await noticeOf(bo))?.cells).toMatchObject([{ topic: "deals.assigned", enabled: false }]);
});

test("is gone once dismissed, and back with the next change; the preferences' version stays", async () => {
  await save("account", [set("deals.assigned", "email", false)]);
  const { version } = await perform(readMyPreferences, here.asUser(ada), {});
  const { at } = (await noticeOf(ada))!;
  here.pass(60_000);
  await perform(dismissDefaultNotices, here.asUser(ada), { at });
  expect(await noticeOf(ada)).toBeNull();
  expect((await perform(readMyPreferences, here.asUser(ada), {})).version).toBe(version);
  await save("account", [set("deals.assigned", "mobile", false)]);
  expect((await noticeOf(ada))?.cells).toMatchObject([{ target: "mobile" }]);
  expect((await noticeOf(bo))?.cells).toHaveLength(2);
});

test("what came and went is no news; that what they saw was taken back is", async () => {
  const first = await save("account", [set("deals.assigned", "email", false)]);
  const seen = (await noticeOf(ada))!;
  await perform(dismissDefaultNotices, here.asUser(ada), { at: seen.at });
  here.pass(1000);
  await perform(undoDefaults, boss(), { change: first.undo });
  expect((await noticeOf(ada))?.cells).toMatchObject([{ topic: "deals.assigned", target: "email", enabled: true }]);
  expect(await noticeOf(bo)).toBeNull();
  await save("account", [set("deals.assigned", "email", false)]);
  await save("account", [set("deals.assigned", "email", null)]);
  expect(await noticeOf(bo)).toBeNull();
});

test("does not tell of profiles that are not theirs, of topics that they may not see, or of before they came", async () => {
  await here.addGroup("sales", [{ user: ada }]);
  const { id } = await perform(createProfile, boss(), { name: "Sales" });
  await perform(setProfileGroups, boss(), { id, groups: ["sales"] });
  await save(id, [set("deals.assigned", "email", false)]);
  await save("account", [set("payments.failed", "desktop", false), set("deals.assigned", "email", false)]);
  expect((await noticeOf(ada))?.cells).toHaveLength(1);
  expect((await noticeOf(bo))?.cells).toMatchObject([{ topic: "deals.assigned" }]);
  here.pass(1000);
  await here.addUser(`new-${here.workspaceId}`);
  expect(await noticeOf(`new-${here.workspaceId}`)).toBeNull();
});
