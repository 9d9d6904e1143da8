/** What the load generator is told to send. */
export interface Wanted {
  port: number;
  method: "GET" | "POST";
  path: string;
  /** Without `Authorization` when absent. */
  bearer?: string;
  /** Sent in turn; none for a GET. */
  bodies: readonly string[];
  /** Whether each request carries an `Idempotency-Key` of its own. */
  keyed: boolean;
  connections: number;
  /** How long it goes on starting requests; those in flight are waited for. */
  seconds: number;
  /** What every answer must be. */
  status: number;
}

/** What came of it. Times in milliseconds, from the first byte sent to the last byte of the answer. */
export interface Measured {
  answered: number;
  perSecond: number;
  p50: number;
  p99: number;
}
