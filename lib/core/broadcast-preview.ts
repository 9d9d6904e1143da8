import type { Reason } from "./channel";

/** Who would get a broadcast, as the form shows it. */
export interface AudiencePreview {
  people: number;
  /** How many were asked about: all, unless they are very many. */
  checked: number;
  /** Of those: who would be notified, and who would get an email. */
  reached: number;
  byEmail: number;
  /** Whether it is for so many that a second person has to say yes (S32). */
  secondPerson: boolean;
  /** Why the others would not, the commonest first. */
  reasons: { reason: Reason; people: number }[];
}

/** `html` is the body as it was cleaned, `text` the same as plain text. */
export interface BroadcastPreview {
  html: string;
  text: string;
  audience: AudiencePreview;
}
