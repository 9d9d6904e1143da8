import { openDatabase } from "@/db/client";
import { inRounds } from "./measure/in-rounds";
import { peakMemory } from "./measure/memory";
import type { Report } from "./measure/report";
import { median } from "./measure/statistics";
import { timed } from "./measure/timed";
import { actionIdOf, callAction } from "./server/call-action";
import { makeChooser, TOPIC } from "./server/chooser";
import { SECRET } from "./server/context";
import { startBelfry } from "./server/start-belfry";
import { inTempFolder } from "./temp-folder";

const CALLS = 300;
const PAGE = "/settings/notifications/email";

/** One toggle on the preferences page, as its server action does it, for one who chose much in a company with profiles. */
export async function run(): Promise<Report> {
  return inTempFolder(async (folder) => {
    const belfry = await startBelfry(folder, { AUTH_SECRET: SECRET });
    const db = await openDatabase(`file:${belfry.file}`);
    try {
      const { cookie, change } = await makeChooser(db);
      const action = { port: belfry.port, path: PAGE, id: actionIdOf("changePreferences"), cookie };
      let enabled = false;
      const toggle = () => {
        enabled = !enabled;
        return { topics: { [TOPIC]: { email: { enabled } } } };
      };
      const found = await inRounds(CALLS, {
        empty: () => timed(() => callAction(action, { nothing: true }, '"ok":false')),
        toggle: () => timed(() => callAction(action, toggle(), '"ok":true')),
        useCase: () => timed(() => change(toggle())),
      });
      const ms = { figure: median(found.toggle), floor: median(found.empty), unit: "ms" };
      return {
        title: "One toggle on the preferences page",
        method: `${CALLS} calls each in turn over one connection, medians. The floor is the same action when it refuses its input unread: who asks, and nothing else.`,
        lines: [
          { what: "server action that stores one choice", ...ms, target: { above: 2 } },
          { what: "the same use case in this process, synced", figure: median(found.useCase), unit: "ms" },
        ],
        notes: [],
        memory: { belfry: peakMemory(belfry.pid), "this process": peakMemory(process.pid) },
      };
    } finally {
      await db.close();
      await belfry.stop();
    }
  });
}
