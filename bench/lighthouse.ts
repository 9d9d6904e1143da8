import { openDatabase } from "@/db/client";
import { peakMemory } from "./measure/memory";
import type { Report } from "./measure/report";
import { median } from "./measure/statistics";
import { type Audit, auditPage, type Category } from "./screen/audit-page";
import { makeChooser } from "./server/chooser";
import { startBelfry } from "./server/start-belfry";
import { inTempFolder } from "./temp-folder";

const RUNS = 3;
const SECRET = "a secret of the benchmark, of more than 32 characters";
const PAGE = "/settings/notifications/email";
const TARGETS: readonly [Category, string, number][] = [
  ["performance", "performance, desktop", 95],
  ["accessibility", "accessibility", 100],
  ["best-practices", "best practices", 100],
];

/** Lighthouse on the preferences of somebody who chose much: on the production build, signed in (quality.md, section 3). */
export async function run(): Promise<Report> {
  return inTempFolder(async (folder) => {
    const belfry = await startBelfry(folder, { AUTH_SECRET: SECRET });
    const db = await openDatabase(`file:${belfry.file}`);
    try {
      const { cookie } = await makeChooser(db, SECRET);
      const audits: Audit[] = [];
      for (let round = 0; round < RUNS; round++) {
        audits.push(await auditPage(`http://localhost:${belfry.port}${PAGE}`, cookie));
      }
      return {
        title: `Lighthouse of ${PAGE}`,
        method: `Medians of ${RUNS} runs with the desktop preset, each in a Chromium of its own; its processor is this machine's.`,
        lines: TARGETS.map(([category, what, reach]) => ({
          what,
          figure: median(audits.map(({ scores }) => scores[category])),
          unit: "points",
          target: { reach },
        })),
        notes: [spread(audits), ...complaints(audits)],
        memory: { belfry: peakMemory(belfry.pid) },
      };
    } finally {
      await db.close();
      await belfry.stop();
    }
  });
}

function spread(audits: readonly Audit[]): string {
  const paints = audits.map(({ largestPaint }) => Math.round(largestPaint));
  const runs = audits.map(({ scores }) => scores.performance);
  return `Performance ${runs.join(", ")}; largest contentful paint ${paints.join(", ")} ms.`;
}

function complaints(audits: readonly Audit[]): string[] {
  return [...new Set(audits.flatMap(({ failed }) => failed))].map((title) => `It says: ${title}.`);
}
