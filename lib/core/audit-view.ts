/** An act of an admin, an app or the command line. `at` is RFC 3339, UTC. */
export interface AuditView {
  number: number;
  at: string;
  /** The name of who did it, where it is known. */
  actor: string;
  /** As it is written down: `user:ada`, `key:key_…`, `system`. */
  actorId: string;
  action: string;
  target: string;
  before: unknown;
  after: unknown;
  address: string;
}

/** How far the chain was checked. `broken` is the number of the first entry that is not as it was written. */
export interface ChainCheck {
  checked: number;
  broken: number | null;
  isOver: boolean;
}
