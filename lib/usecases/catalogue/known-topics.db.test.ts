import { afterAll, beforeAll, expect, test } from "vitest";
import { saveTopic } from "@/db/queries/topics";
import { exampleTopic } from "@/lib/core/examples";
import { startWorkspace } from "../testing";
import { everyTopic, knownTopics, topicsWith } from "./known-topics";

let here: Awaited<ReturnType<typeof startWorkspace>>;

beforeAll(async () => {
  here = await startWorkspace();
});
afterAll(() => here.close());

/** As another process does it: this one hears nothing. */
async function madeElsewhere(key: string, removedAt: Date | null = null) {
  await knownTopics(here.db, here.workspaceId);
  const definition = exampleTopic({ key });
  await here.db.transact((tx) =>
    saveTopic(tx, { workspaceId: here.workspaceId, key, definition, changedAt: new Date(0), removedAt }),
  );
}

test("a topic that another process made a moment ago is posted to and decided at once", async () => {
  await madeElsewhere("vans.late");
  expect((await topicsWith(here.db, here.workspaceId, ["vans.late"])).has("vans.late")).toBe(true);
  await madeElsewhere("vans.early");
  expect((await everyTopic(here.db, here.workspaceId, ["vans.early"])).has("vans.early")).toBe(true);
});

test("one that was removed is there for what came before, and for nothing else", async () => {
  await madeElsewhere("vans.gone", new Date(0));
  expect((await topicsWith(here.db, here.workspaceId, ["vans.gone"])).has("vans.gone")).toBe(false);
  expect((await everyTopic(here.db, here.workspaceId, ["vans.gone"])).get("vans.gone")?.key).toBe("vans.gone");
});
