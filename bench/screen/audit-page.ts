import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { BROWSER_ARGS, findBrowser, findHeadlessShell } from "../../bin/setup/browser.mjs";

const CATEGORIES = ["performance", "accessibility", "best-practices"] as const;
const MOST_OUTPUT = 64 * 1024 * 1024;

export type Category = (typeof CATEGORIES)[number];

export interface Audit {
  /** 0 to 100. */
  scores: Readonly<Record<Category, number>>;
  /** Largest contentful paint; milliseconds. */
  largestPaint: number;
  /** Total blocking time; milliseconds. */
  blockingTime: number;
  /** What stands against the page in accessibility and best practices, in Lighthouse's words. */
  failed: readonly string[];
}

interface Answer {
  finalDisplayedUrl: string;
  runtimeError?: { message: string };
  categories: Record<Category, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { title: string; score: number | null; numericValue?: number }>;
}

/** What Lighthouse pretends to be: `mobile` is a phone of four times slower a processor on a slow mobile network. */
export type Device = "desktop" | "mobile";

/** One run of Lighthouse on `address` with this cookie, in a process and a Chromium of its own. */
export async function auditPage(address: string, cookie: string, device: Device): Promise<Audit> {
  const answer = await lighthouse(address, cookie, device);
  // A page that sends people on to sign in gets fine marks too.
  if (answer.runtimeError || answer.finalDisplayedUrl !== address) {
    throw new Error(`Lighthouse saw ${answer.finalDisplayedUrl}: ${answer.runtimeError?.message ?? "another page"}`);
  }
  const score = (category: Category) => Math.round((answer.categories[category].score ?? 0) * 100);
  return {
    scores: {
      performance: score("performance"),
      accessibility: score("accessibility"),
      "best-practices": score("best-practices"),
    },
    largestPaint: answer.audits["largest-contentful-paint"]?.numericValue ?? Number.NaN,
    blockingTime: answer.audits["total-blocking-time"]?.numericValue ?? Number.NaN,
    failed: [...failed(answer, "accessibility"), ...failed(answer, "best-practices")],
  };
}

async function lighthouse(address: string, cookie: string, device: Device): Promise<Answer> {
  const cli = fileURLToPath(import.meta.resolve("lighthouse/cli/index.js"));
  const flags = [
    // A phone is what it is without a preset.
    ...(device === "desktop" ? ["--preset=desktop"] : []),
    "--output=json",
    "--quiet",
    "--no-enable-error-reporting",
    `--only-categories=${CATEGORIES.join(",")}`,
    `--chrome-flags=--headless=new ${BROWSER_ARGS.join(" ")}`,
    `--extra-headers=${JSON.stringify({ cookie })}`,
  ];
  const { stdout } = await promisify(execFile)(process.execPath, [cli, address, ...flags], {
    // The whole browser with a window on no screen gives Lighthouse 13 no start of the navigation (NO_NAVSTART).
    env: { ...process.env, CHROME_PATH: findHeadlessShell() ?? findBrowser() },
    maxBuffer: MOST_OUTPUT,
  });
  return JSON.parse(stdout) as Answer;
}

function failed({ categories, audits }: Answer, category: Category): string[] {
  return categories[category].auditRefs
    .filter(({ id, weight }) => weight > 0 && audits[id]?.score !== null && (audits[id]?.score ?? 1) < 1)
    .map(({ id }) => audits[id]?.title ?? id);
}
