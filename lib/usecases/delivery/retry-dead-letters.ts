import { needRole } from "../context";
import { verb } from "../use-case";
import { anew } from "./anew";
import { changeDeadLetters, DeadLetterChoice, filterOf } from "./change-dead-letters";

/**
 * Sends dead letters again: with their own keys and words, as if never tried, so that what forbade another try, such as a
 * key that its provider has forgotten, is on the admin's word now (C22, F23). Each once, however often it is asked.
 */
export const retryDeadLetters = verb({
  input: DeadLetterChoice,
  may: needRole("admin"),
  async run(ctx, choice): Promise<{ retried: number }> {
    const retried = await changeDeadLetters(ctx, filterOf(choice), anew(ctx.now), { action: "delivery.retry" });
    if (retried > 0) ctx.wake();
    return { retried };
  },
});
