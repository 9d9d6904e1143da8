/** Work that goes on beside requests. */
export interface Worker {
  /** There is something to do. */
  wake(): void;
  /** Ends after the work in hand. */
  stop(): Promise<void>;
}
