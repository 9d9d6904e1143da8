import { needRole } from "../context";
import { verb } from "../use-case";
import { changeDeadLetters, DeadLetterChoice, filterOf } from "./change-dead-letters";

/** Gives dead letters up for good: nobody is asked about them again (C22). What became of them stays on record. */
export const discardDeadLetters = verb({
  input: DeadLetterChoice,
  may: needRole("admin"),
  async run(ctx, choice): Promise<{ discarded: number }> {
    const change = { state: "cancelled", reason: "expired", detail: "discarded", content: null } as const;
    return { discarded: await changeDeadLetters(ctx, filterOf(choice), change, { action: "delivery.discard" }) };
  },
});
