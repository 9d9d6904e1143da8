import type { Cell } from "./defaults";

/** What the company changed for one person since they last looked. */
export interface DefaultNotice {
  /** Of the latest change in it; RFC 3339. */
  at: string;
  /** Each with what it is now; before, it was the other. `name` is the topic's, null for a channel's switch. */
  cells: (Cell & { name: string | null; enabled: boolean })[];
}
