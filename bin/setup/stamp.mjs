import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/** A hash over the files and folders named (those that exist); `counts` leaves out files that change nothing. */
export function hashOf(names, counts = () => true) {
  const hash = createHash("sha256");
  for (const file of names.flatMap(filesUnder).filter(counts)) {
    hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

export function isStamped(file, value) {
  return existsSync(file) && readFileSync(file, "utf8") === value;
}

export function stamp(file, value) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, value);
}

/** Before work that replaces what was stamped: half-done work must not look done. */
export function unstamp(file) {
  rmSync(file, { force: true });
}

function filesUnder(name) {
  if (!existsSync(name)) return [];
  if (!statSync(name).isDirectory()) return [name];
  return readdirSync(name)
    .sort()
    .flatMap((entry) => filesUnder(path.join(name, entry)));
}
