import { uuidv7 } from "uuidv7";

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
  return `${prefix}_${uuidv7()}`;
}
