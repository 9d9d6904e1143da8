import type { SendResult } from "@/lib/core/send-result";
import type { Call, Delivering } from "./call";

/** Makes one claimed call, outside any transaction. One result a member; never rejects, and ends in time (F19). */
export async function sendCall({ patience }: Pick<Delivering, "patience">, call: Call): Promise<SendResult[]> {
  const { channel, key, members } = call;
  const over = new AbortController();
  const messages = members.map(({ message }) => message);
  const late = new Promise<SendResult[]>((resolve) => {
    over.signal.addEventListener("abort", () => resolve(messages.map(() => LATE)));
  });
  const timer = setTimeout(() => over.abort(), patience);
  try {
    const results = await Promise.race([channel.send({ messages, key, signal: over.signal }), late]);
    // What a provider says about one of a batch that is to be tried again holds for all: it goes again whole.
    const again = results.find((result) => result.outcome === "retry");
    return again ? messages.map(() => again) : results;
  } catch (error) {
    return messages.map(() => ({ outcome: "retry", ambiguous: true, words: String(error) }));
  } finally {
    clearTimeout(timer);
  }
}

const LATE: SendResult = { outcome: "retry", ambiguous: true, words: "No answer in time." };
