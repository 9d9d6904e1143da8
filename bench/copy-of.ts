import { copyFileSync } from "node:fs";
import { newId } from "@/lib/ids";

/** A copy of a database that nobody has open, beside it. */
export function copyOf(ready: string): string {
  const copy = `${ready}.${newId("evt")}`;
  copyFileSync(ready, copy);
  return copy;
}
