import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@/lib/ids";
import { anotherWorkspace, startWorkspace } from "../testing";
import { decideDueEvents } from "./decide-due-events";
import { getEvent } from "./get-event";

let here: Awaited<ReturnType<typeof startWorkspace>>;
let other: Awaited<ReturnType<typeof anotherWorkspace>>;

beforeAll(async () => {
  here = await startWorkspace();
  other = await anotherWorkspace(here.db);
  await here.addUser("ada");
  await other.addUser("bo");
});
afterAll(() => here.close());

test("F17: in the first pass is what is urgent, and what another workspace posted, whatever waits before them", async () => {
  const post = (workspace: typeof other, topic: string) =>
    workspace.publish({
      topic,
      recipients: [{ user: workspace === here ? "ada" : "bo", as: topic === "logins.risky" ? "self" : "owner" }],
    });
  await Promise.all(Array.from({ length: 120 }, () => post(here, "deals.stage_changed")));
  here.pass(1000);
  other.pass(1000);
  const theirs = await post(other, "deals.stage_changed");
  const urgent = await post(here, "logins.risky");
  const told: string[] = [];
  const { now } = here.asApp();
  const options = { now, newId, activeWindowSeconds: 60, limit: 20, onFault() {} };
  expect(
    await decideDueEvents(here.db, options, (changed) => told.push(...changed.map((one) => one.workspaceId))),
  ).toBe(12);
  const statusIn = async (workspace: typeof other, id: string) =>
    (await getEvent.run(workspace.asApp(), { id, limit: 1, cursor: undefined })).status;
  expect(await statusIn(here, urgent)).toBe("processed");
  expect(await statusIn(other, theirs)).toBe("processed");
  // The urgent one by itself and first, though it is the youngest.
  expect(told[0]).toBe(here.workspaceId);
});
