import { CUSTOMERS } from "../customers";
import { TEAMS } from "../groups";
import { record } from "../records";
import type { Teller } from "../teller";
import { COMMENTS, CUSTOMER_LINES } from "../words";
import { afterWork, workMoment } from "../work-time";

const TERMS = ["delivery time", "price increase", "competitor", "contract renewal", "recall"] as const;

/** Customers ring; long calls are written down, and words the company looks out for are found in them. */
export function calls({ start, chance, tell }: Teller): void {
  for (let number = 0; number < 64; number++) {
    const customer = CUSTOMERS[(number * 13 + 1) % CUSTOMERS.length]!;
    const owner = chance.maybe(0.6) ? customer.owner : chance.pick(TEAMS.HELPERS);
    const at = workMoment(start, chance);
    const minutes = chance.whole(1, 34);
    const subject = record("call", 51_020 + number, `Call with ${customer.name}`);
    const recipients = [{ user: owner, as: "owner" }];
    const duration = `${minutes} min ${chance.whole(0, 59)} s`;
    tell(at, "phone", {
      topic: "calls.inbound_logged",
      recipients,
      actor: { name: customer.contact },
      subject,
      data: { from: phoneNumber(), duration, comment: chance.maybe(0.4) ? chance.pick(COMMENTS) : undefined },
    });
    if (minutes < 12) continue;
    tell(afterWork(at, 0.7, chance), "phone", {
      topic: "transcription.transcript_ready",
      recipients,
      subject,
      data: { duration },
    });
    if (chance.maybe(0.5)) {
      tell(afterWork(at, 0.8, chance), "phone", {
        topic: "transcription.term_found",
        recipients,
        subject,
        data: { term: chance.pick(TERMS), excerpt: chance.pick(CUSTOMER_LINES) },
      });
    }
  }

  function phoneNumber(): string {
    return `+${chance.pick([31, 32, 45, 46, 47])} 555 ${chance.whole(100, 999)} ${chance.whole(100, 999)}`;
  }
}
