import type { Tx } from "@/db/database";
import type { EventRow } from "@/db/queries/events";
import { gather } from "@/lib/core/gather";
import { RANKS } from "@/lib/core/rank";
import { type AudienceChunk, nextAudience } from "./next-audience";

/** Events with the people of theirs that are decided on together. */
export type Work = { event: EventRow; audience: AudienceChunk }[];

/** The portions of what is urgent; then one of each workspace, and again, until there are no more (F17). */
export async function* inTurn(tx: Tx, events: readonly EventRow[], most: number): AsyncGenerator<Work> {
  const isUrgent = ({ rank }: EventRow) => rank === RANKS.urgent;
  for (const equals of [events.filter(isUrgent), events.filter((event) => !isUrgent(event))]) {
    let waiting = [...gather(equals, (event) => event.workspaceId).values()].map((ours) => inPortions(tx, ours, most));
    while (waiting.length > 0) {
      const more: typeof waiting = [];
      for (const portions of waiting) {
        const { value, done } = await portions.next();
        if (done) continue;
        yield value;
        more.push(portions);
      }
      waiting = more;
    }
  }
}

/** Events with their next people, as many as fit one transaction. A big audience gives one chunk and waits its turn. */
async function* inPortions(tx: Tx, events: readonly EventRow[], most: number): AsyncGenerator<Work> {
  let work: Work = [];
  let people = 0;
  for (const event of events) {
    const audience = await nextAudience(tx, event, most);
    if (people > 0 && people + audience.routes.size > most) {
      yield work;
      work = [];
      people = 0;
    }
    work.push({ event, audience });
    people += audience.routes.size;
  }
  if (work.length > 0) yield work;
}
