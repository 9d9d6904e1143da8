/** One figure beside its floor, both of the same run. */
export interface Line {
  what: string;
  figure: number;
  floor?: number;
  /** What `figure` and `floor` count: `posts/s`, `ms`. */
  unit: string;
  /**
   * `least`: figure ÷ floor must reach it. `above`: figure − floor may not pass it. `most`: the figure itself may not.
   * `reach`: the figure itself must. Absent: for information only.
   */
  target?: { least: number } | { above: number } | { most: number } | { reach: number };
}

export interface Report {
  title: string;
  /** How it was measured, in a line or two. */
  method: string;
  lines: readonly Line[];
  /** Said below the table: latencies, what was left over, counts that must agree. */
  notes: readonly string[];
  /** Peak resident memory by process; MiB. */
  memory: Readonly<Record<string, number>>;
}
