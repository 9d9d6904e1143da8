import { expect, test } from "vitest";
import type { WorkspaceId } from "@/lib/core/workspace";
import { createLog } from "@/lib/log";
import type { Realtime } from "./signal";
import { tellerFor } from "./teller";

const workspaceId = "wsp_one" as WorkspaceId;

test("sends the ids to one person of the workspace, and no content", () => {
  const sent: unknown[] = [];
  const realtime = { send: async (messages: unknown[]) => void sent.push(...messages) } as unknown as Realtime;
  tellerFor({ realtime, log: createLog("fatal") }, workspaceId)("ada", ["ntf_1", "ntf_2"]);
  expect(sent).toEqual([{ workspaceId, userId: "ada", signal: { notificationIds: ["ntf_1", "ntf_2"], position: "" } }]);
});

test("goes on when the signal cannot be sent, and logs it", async () => {
  const lines: string[] = [];
  const log = createLog("warn", { write: (line: string) => void lines.push(line) });
  const realtime = { send: () => Promise.reject(new Error("the hub is gone")) } as unknown as Realtime;
  tellerFor({ realtime, log }, workspaceId)("ada", ["ntf_1"]);
  await expect.poll(() => lines.join()).toContain("a signal was not sent");
});
