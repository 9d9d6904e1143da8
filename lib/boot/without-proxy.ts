import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";

const MANIFEST = "functions-config-manifest.json";

/**
 * Makes `folder` the built Belfry as it would be without proxy.ts, for tests of what keeps people out by itself (S1): the
 * same files, but for the one in which Next reads that there is a proxy.
 */
export function buildWithoutProxy(folder: string): void {
  const root = process.cwd();
  mkdirSync(path.join(folder, ".next", "server"), { recursive: true });
  linkAll(root, folder, [".next", ".git"]);
  linkAll(path.join(root, ".next"), path.join(folder, ".next"), ["server", "cache"]);
  linkAll(path.join(root, ".next", "server"), path.join(folder, ".next", "server"), [MANIFEST]);
  const manifest = JSON.parse(readFileSync(path.join(root, ".next", "server", MANIFEST), "utf8"));
  const { "/_middleware": proxy, ...functions } = manifest.functions;
  if (!proxy) throw new Error("Next names its proxy elsewhere by now: nothing was left out.");
  writeFileSync(path.join(folder, ".next", "server", MANIFEST), JSON.stringify({ ...manifest, functions }));
}

function linkAll(from: string, to: string, but: readonly string[]): void {
  for (const name of readdirSync(from)) {
    if (!but.includes(name)) symlinkSync(path.join(from, name), path.join(to, name));
  }
}
