import { randomFillSync } from "node:crypto";
import { V7Generator } from "uuidv7";

/** What an id is of: its prefix on the wire (api.md, section 2). */
export type IdPrefix =
  | "wsp"
  | "app"
  | "key"
  | "evt"
  | "brd"
  | "ntf"
  | "ses"
  | "pos"
  | "prf"
  | "dch"
  | "mwn"
  | "dlv"
  | "con"
  | "out"
  | "imp"
  | "exp"
  | "trg";

/** A time-ordered id, such as `evt_0191…`: new rows of an index lie side by side. */
export function newId(prefix: IdPrefix): string {
  return `${prefix}_${generator.generate()}`;
}

// Randomness of many ids at once: to ask for it takes longer than to make an id.
const pool = new Uint32Array(1024);
let used = pool.length;
const generator = new V7Generator({
  nextUint32() {
    if (used === pool.length) {
      randomFillSync(pool);
      used = 0;
    }
    return pool[used++]!;
  },
});
