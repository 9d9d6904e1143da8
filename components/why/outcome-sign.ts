import { CircleAlert, CircleCheck, CircleSlash, Clock } from "lucide-react";
import type { Outcome } from "@/lib/core/channel";

const SENT = { Icon: CircleCheck, colour: "text-delivered" };
const HELD = { Icon: Clock, colour: "text-held" };
const NOT = { Icon: CircleSlash, colour: "text-muted-foreground" };
const FAILED = { Icon: CircleAlert, colour: "text-destructive" };

/** How an outcome is shown: by sign and word, never by colour alone. */
export const OUTCOME: Record<Outcome, typeof SENT & { word: string }> = {
  sent: { ...SENT, word: "Sent" },
  merged: { ...SENT, word: "Merged" },
  pending: { ...HELD, word: "Waiting" },
  held: { ...HELD, word: "Held" },
  suppressed: { ...NOT, word: "Not sent" },
  cancelled: { ...NOT, word: "Cancelled" },
  failed: { ...FAILED, word: "Failed" },
};
