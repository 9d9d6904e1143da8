import { callApi } from "./call-api";
import { sampleEvent } from "./sample-event";
import type { Belfry } from "./start-belfry";

/** Posts one event for each of these lists of recipients, at most 100, each about another record, from number `first` on. */
export async function tell(belfry: Belfry, key: string, each: readonly Recipients[], first = 0): Promise<void> {
  const events = each.map((recipients, n) => ({ ...sampleEvent(first + n), recipients }));
  await callApi(belfry, key, ["POST", "/events/batch"], { events });
}

export type Recipients = ReturnType<typeof sampleEvent>["recipients"];
