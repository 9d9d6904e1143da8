import { existsSync, readFileSync } from "node:fs";

/** Whether the packages installed in `node_modules` are those of package-lock.json, by npm's own record of them. */
export function isInstalledAsLocked(lock = "package-lock.json", record = "node_modules/.package-lock.json") {
  if (!existsSync(record)) return false;
  const wanted = packagesOf(lock);
  const found = packagesOf(record);
  const missing = Object.entries(wanted).some(([name, { optional }]) => name !== "" && !optional && !found[name]);
  const other = Object.entries(found).some(([name, { version }]) => wanted[name]?.version !== version);
  return !missing && !other;
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}
