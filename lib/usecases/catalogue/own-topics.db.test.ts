import { afterAll, beforeAll, expect, test } from "vitest";
import { listAuditEntries } from "@/db/queries/audit";
import { OwnTopic } from "@/lib/core/own-topic";
import { startWorkspace } from "../testing";
import { createTopic } from "./create-topic";
import { deleteTopic } from "./delete-topic";
import { listCatalogue } from "./list-catalogue";
import { putTopic } from "./put-topic";
import { readTopic } from "./read-topic";

let here: Awaited<ReturnType<typeof startWorkspace>>;

beforeAll(async () => {
  here = await startWorkspace();
});
afterAll(() => here.close());

const late = OwnTopic.parse({ key: "vans.late", name: "Van is late", title: "{{ subject.title }} is late" });

function asBoss(role: "super_admin" | "admin" = "super_admin") {
  const ctx = here.asUser("boss");
  return { ...ctx, actor: { ...ctx.actor, role } };
}

async function listed() {
  return (await listCatalogue.run(asBoss(), {})).flatMap(({ topics }) => topics);
}

test("a super admin makes a topic, finds it among those that ship, changes and deletes it", async () => {
  expect(await listed()).toHaveLength(110);
  await createTopic.run(asBoss(), late);
  expect((await listed()).filter(({ own }) => own)).toEqual([
    { key: "vans.late", name: "Van is late", media: late.media, own: true, worded: false },
  ]);
  const read = await readTopic.run(asBoss(), { key: "vans.late" });
  expect(read).toMatchObject({ own: true, topic: { section: "vans", default_on: ["desktop"] } });
  expect(read.sections.at(-1)).toEqual({ key: "vans", name: "Vans" });

  await putTopic.run(asBoss(), { ...late, name: "Van is very late" });
  expect((await readTopic.run(asBoss(), { key: "vans.late" })).topic.name).toBe("Van is very late");
  await deleteTopic.run(asBoss(), { key: "vans.late" });
  expect(await listed()).toHaveLength(110);
  const acts = (await listAuditEntries(here.db.read, here.workspaceId)).filter(({ target }) => target === "vans.late");
  expect(acts.map(({ action, actor }) => `${actor} ${action}`)).toEqual([
    "user:boss topic.create",
    "user:boss topic.update",
    "user:boss topic.delete",
  ]);
});

test("a new topic takes the place of no other, shipped or own", async () => {
  const taken = { code: "unprocessable", errors: [{ pointer: "/key" }] };
  await expect(createTopic.run(asBoss(), { ...late, key: "deals.assigned" })).rejects.toMatchObject(taken);
  await createTopic.run(asBoss(), { ...late, key: "vans.here" });
  await expect(createTopic.run(asBoss(), { ...late, key: "vans.here", name: "Other" })).rejects.toMatchObject(taken);
  expect((await readTopic.run(asBoss(), { key: "vans.here" })).topic.name).toBe("Van is late");
});

test("R57: to an admin, and to an app, the pages of topics do not exist", () => {
  for (const { may } of [createTopic, listCatalogue, readTopic]) {
    expect(() => may(asBoss("admin"), late as never)).toThrow(expect.objectContaining({ code: "not_found" }));
    expect(() => may(here.asApp(), late as never)).toThrow(expect.objectContaining({ code: "not_found" }));
  }
});
