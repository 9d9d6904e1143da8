/** What became of a request to an address that somebody typed in. */
export type Answer =
  /** `words` is the body's first KB. */
  | { kind: "answered"; status: number; words: string; retryAfter?: string }
  /** Nothing was sent, nor ever will be: the address is not one that we go to. `why` is a sentence for its owner. */
  | { kind: "refused"; why: string }
  /** `sent`: the request may have arrived. */
  | { kind: "failed"; why: string; sent: boolean };

export interface Outgoing {
  /** Posts once: no redirect is followed, nothing is repeated. Never rejects. */
  post(url: string, body: string | Uint8Array, headers: Record<string, string>): Promise<Answer>;
  /** Why an address is refused whatever its name leads to, as a sentence; null when it may be tried. */
  objection(url: string): string | null;
  close(): void;
}
