import type { Chance } from "../chance";
import { CUSTOMERS, type Customer } from "../customers";
import { TEAMS } from "../groups";
import { euros, record, type Subject } from "../records";
import type { Teller } from "../teller";
import { COMMENTS, CUSTOMER_LINES, DEAL_STAGES, DEALS, MENTIONS } from "../words";
import { afterWork, workMoment } from "../work-time";
import { mention } from "./mention";

interface Deal {
  customer: Customer;
  subject: Subject;
  value: number;
  owner: string;
  follower: string;
}

/** Deals are handed out, talked about, moved on, and won or lost; those that began lately are still under way. */
export function deals({ start, chance, tell }: Teller): void {
  for (let number = 0; number < 86; number++) {
    const deal = dealOf(number, chance);
    let at = workMoment(start, chance, 33);
    const later = (hours: number) => (at = afterWork(at, hours, chance));
    assign(deal, at);
    if (chance.maybe(0.7)) outreach(deal, later(5));
    const last = chance.whole(2, DEAL_STAGES.length);
    for (let stage = 1; stage < last; stage++) {
      move(deal, later(26), stage);
      if (chance.maybe(0.55)) talk(deal, later(3));
    }
    if (last === DEAL_STAGES.length) close(deal, later);
    else if (chance.maybe(0.3)) moveTo(deal, later(30), "Lost", DEAL_STAGES[last - 1]!);
  }

  function assign({ subject, value, owner, customer }: Deal, at: Date): void {
    const closes = new Date(at.getTime() + chance.whole(14, 50) * 86_400_000).toISOString().slice(0, 10);
    tell(at, "crm", {
      topic: "deals.assigned",
      recipients: [{ user: owner, as: "assignee" }],
      actor: { user: chance.maybe(0.85) ? "maarten" : "ingrid" },
      subject,
      data: { ...euros("value", value), stage: DEAL_STAGES[0], closes_on: closes, customer: customer.name },
    });
  }

  function outreach({ subject, owner, customer }: Deal, at: Date): void {
    const email = record("email", subject.id, `Offer: ${subject.title}`);
    const recipients = [{ user: owner, as: "sender" }];
    const actor = { name: customer.contact };
    tell(at, "crm", { topic: "email.opened", recipients, actor, subject: email, data: { opens: chance.whole(1, 6) } });
    if (chance.maybe(0.35)) {
      const link = "https://fjordpolder.example/catalogue/workwear.pdf";
      tell(afterWork(at, 1, chance), "crm", {
        topic: "email.clicked",
        recipients,
        actor,
        subject: email,
        data: { link },
      });
    }
    if (chance.maybe(0.55)) {
      const data = { message: chance.pick(CUSTOMER_LINES) };
      tell(afterWork(at, 4, chance), "crm", { topic: "email.replied", recipients, actor, subject: email, data });
    }
  }

  function move(deal: Deal, at: Date, stage: number): void {
    moveTo(deal, at, DEAL_STAGES[stage]!, DEAL_STAGES[stage - 1]!);
  }

  function moveTo({ subject, value, owner, follower }: Deal, at: Date, stage: string, previous_stage: string): void {
    tell(at, "crm", {
      topic: "deals.stage_changed",
      recipients: [
        { user: owner, as: "owner" },
        { user: follower, as: "follower" },
      ],
      // Moved by its owner, only who follows hears of it; moved by a signature or a colleague, both do.
      actor: chance.maybe(0.55) ? { user: owner } : chance.maybe(0.5) ? { user: "maarten" } : undefined,
      subject,
      data: { stage, previous_stage, ...euros("value", value) },
      origin: chance.maybe(0.8) ? "ui" : "automation",
    });
  }

  function talk({ subject, owner, follower }: Deal, at: Date): void {
    if (chance.maybe(0.5)) {
      const [from, to] = chance.maybe(0.5) ? [owner, follower] : [follower, owner];
      tell(at, "crm", mention("deals.mentioned", subject, { from, to, line: chance.pick(MENTIONS) }));
    } else {
      tell(at, "crm", {
        topic: "comments.added",
        recipients: [
          { user: owner, as: "owner" },
          { user: follower, as: "commenter" },
        ],
        actor: { user: chance.pick([owner, follower, "maarten"]) },
        subject,
        data: { comment: chance.pick(COMMENTS) },
      });
    }
  }

  function close(deal: Deal, later: (hours: number) => Date): void {
    const { customer, subject, value, owner } = deal;
    const quote = record(
      "quote",
      `Q-${Number(subject.id) - 3000}`,
      `Quote Q-${Number(subject.id) - 3000}, ${customer.name}`,
    );
    const recipients = [{ user: owner, as: "owner" }];
    const actor = { name: customer.contact };
    const data = euros("amount", value);
    tell(later(8), "crm", {
      topic: "general.document_viewed",
      recipients,
      actor,
      subject: quote,
      data: { pages: chance.whole(2, 9), duration: `${chance.whole(2, 14)} minutes` },
    });
    tell(later(5), "signing", { topic: "quotes.signed", recipients, actor, subject: quote, data });
    if (chance.maybe(0.4)) {
      tell(later(1), "signing", { topic: "quotes.countersign_needed", recipients, subject: quote, data });
    }
    tell(later(3), "signing", {
      topic: "esign.updated",
      recipients: [
        { user: owner, as: "sender" },
        { user: "maarten", as: "signatory" },
      ],
      actor,
      subject: quote,
      data: chance.maybe(0.9)
        ? { status: "signed", signed_by: customer.contact }
        : { status: "declined", waiting_for: customer.contact },
    });
    tell(later(1), "signing", { topic: "quotes.completed", recipients, subject: quote, data });
    moveTo(deal, later(1), "Won", "Contract sent");
    win(deal, later(0.4));
    if (chance.maybe(0.5)) tell(later(40), "books", { topic: "quotes.paid", recipients, actor, subject: quote, data });
  }

  /** Some orders are booked before they are certain, or for nothing: the condition holds them back (R66). */
  function win({ customer, subject, value, owner }: Deal, at: Date): void {
    const number = `FP-${Number(subject.id) + 21_000}`;
    const isFree = chance.maybe(0.1);
    tell(at, "crm", {
      topic: "orders.won",
      recipients: [{ group: "sales", as: "team" }],
      actor: { user: owner },
      subject: record("order", number, `${number} for ${customer.name}`),
      data: {
        ...euros("value", isFree ? 0 : value),
        probability: chance.maybe(0.82) ? 100 : chance.pick([60, 80, 90]),
        customer: customer.name,
      },
    });
  }
}

function dealOf(number: number, chance: Chance): Deal {
  const customer = CUSTOMERS[(number * 7) % CUSTOMERS.length]!;
  const id = 4124 + number;
  const subject = record("deal", id, `${chance.pick(DEALS)}, ${customer.name}`);
  const owner = chance.maybe(0.75) ? customer.owner : chance.pick(TEAMS.SELLERS);
  const others = TEAMS.SELLERS.filter((one) => one !== owner);
  const follower = chance.maybe(0.45) ? "maarten" : chance.pick(others);
  return { customer, subject, value: chance.whole(18, 960) * 50, owner, follower };
}
