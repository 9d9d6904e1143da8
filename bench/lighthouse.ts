import { openDatabase } from "@/db/client";
import { serveEmptyPage } from "./floors/empty-page";
import { peakMemory } from "./measure/memory";
import type { Report } from "./measure/report";
import { median } from "./measure/statistics";
import { type Audit, auditPage, type Category, type Device } from "./screen/audit-page";
import { CHOOSER, makeChooser } from "./server/chooser";
import { SECRET } from "./server/context";
import { fillInbox } from "./server/fill-inbox";
import { startBelfry } from "./server/start-belfry";
import { inTempFolder } from "./temp-folder";

const RUNS = 3;
const NOTIFICATIONS = 60;
const PREFERENCES = "/settings/notifications/email";
const AUDITS: readonly { page: string; device: Device; performance: number }[] = [
  { page: PREFERENCES, device: "desktop", performance: 95 },
  { page: "/inbox", device: "desktop", performance: 95 },
  { page: "/inbox", device: "mobile", performance: 90 },
];

/** Lighthouse on the preferences and the inbox of somebody who chose much and was told much: on the production build, signed in (quality.md, section 3). */
export async function run(): Promise<Report> {
  return inTempFolder(async (folder) => {
    const belfry = await startBelfry(folder, { AUTH_SECRET: SECRET });
    const empty = await serveEmptyPage();
    const db = await openDatabase(`file:${belfry.file}`);
    try {
      const { cookie } = await makeChooser(db);
      await fillInbox(belfry, CHOOSER, NOTIFICATIONS);
      const found: { name: string; performance: number; audits: Audit[] }[] = AUDITS.map((one) => ({
        name: `${one.page}, ${one.device}`,
        performance: one.performance,
        audits: [],
      }));
      const floor: Audit[] = [];
      for (let round = 0; round < RUNS; round++) {
        for (const [at, { page, device }] of AUDITS.entries()) {
          found[at]!.audits.push(await auditPage(`http://localhost:${belfry.port}${page}`, cookie, device));
        }
        floor.push(await auditPage(empty.address, cookie, "mobile"));
      }
      return {
        title: "Lighthouse",
        method: `Medians of ${RUNS} runs in turn, each in a Chromium of its own, with the presets for desktop and mobile; the processor is this machine's, slowed down four times by Lighthouse for mobile. The inbox has ${NOTIFICATIONS} notifications. An empty page of the same build, in the same rounds, says how fast the machine is.`,
        lines: found.flatMap(({ name, performance, audits }) => [
          line(name, "performance", performance, audits),
          line(name, "accessibility", 100, audits),
          line(name, "best-practices", 100, audits),
        ]),
        notes: [
          ...found.flatMap(({ name, audits }) => [spread(name, audits), ...complaints(name, audits)]),
          spread("an empty page of the same build, mobile", floor),
        ],
        memory: { belfry: peakMemory(belfry.pid) },
      };
    } finally {
      empty.stop();
      await db.close();
      await belfry.stop();
    }
  });
}

function line(name: string, category: Category, reach: number, audits: readonly Audit[]) {
  const figure = median(audits.map(({ scores }) => scores[category]));
  return { what: `${name}: ${category.replace("-", " ")}`, figure, unit: "points", target: { reach } };
}

function spread(name: string, audits: readonly Audit[]): string {
  const paints = audits.map(({ largestPaint }) => Math.round(largestPaint));
  const runs = audits.map(({ scores }) => scores.performance);
  const blocked = audits.map(({ blockingTime }) => Math.round(blockingTime));
  return `${name}: performance ${runs.join(", ")}; largest contentful paint ${paints.join(", ")} ms; blocked ${blocked.join(", ")} ms.`;
}

function complaints(name: string, audits: readonly Audit[]): string[] {
  return [...new Set(audits.flatMap(({ failed }) => failed))].map((title) => `${name}: ${title}.`);
}
