import { sampleEvent } from "./sample-event";
import type { Belfry } from "./start-belfry";

/** Posts one event for each of these lists of recipients, at most 100, each about another record, from number `first` on. */
export async function tell(belfry: Belfry, key: string, each: readonly Recipients[], first = 0): Promise<void> {
  const events = each.map((recipients, n) => ({ ...sampleEvent(first + n), recipients }));
  const answer = await fetch(`http://127.0.0.1:${belfry.port}/api/v1/events/batch`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify({ events }),
  });
  if (!answer.ok) throw new Error(`A batch was answered ${answer.status}: ${await answer.text()}`);
}

export type Recipients = ReturnType<typeof sampleEvent>["recipients"];
