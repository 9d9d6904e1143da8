import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Where this installation keeps what it made itself: beside the database, or in `data`. */
export function dataFile(databaseUrl: string, name: string): string {
  const folder = databaseUrl.startsWith("file:") ? path.dirname(databaseUrl.slice("file:".length)) : "data";
  return path.join(folder, name);
}

/** The text of a file, made at the first start and readable by nobody else. `check` throws what is wrong with it. */
export function keptFile(file: string, make: () => string, check: (text: string) => void): string {
  return read(file, check) ?? write(file, make(), check);
}

function read(file: string, check: (text: string) => void): string | undefined {
  try {
    const text = readFileSync(file, "utf8").trim();
    check(text);
    return text;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Written aside and then linked to its name: who starts at the same time finds all of it, or makes it. */
function write(file: string, text: string, check: (text: string) => void): string {
  mkdirSync(path.dirname(file), { recursive: true });
  const fresh = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  writeFileSync(fresh, `${text}\n`, { mode: 0o600, flag: "wx", flush: true });
  try {
    linkSync(fresh, file);
    return text;
  } catch (error) {
    const others = (error as NodeJS.ErrnoException).code === "EEXIST" ? read(file, check) : undefined;
    if (others === undefined) throw error;
    return others;
  } finally {
    rmSync(fresh, { force: true });
  }
}
