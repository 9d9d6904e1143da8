import type { Chance } from "../chance";
import { CUSTOMERS, type Customer } from "../customers";
import { TEAMS } from "../groups";
import { record, type Subject } from "../records";
import type { Teller } from "../teller";
import { COMMENTS, MENTIONS, PROBLEMS, SURVEY_LINES } from "../words";
import { afterWork, workMoment } from "../work-time";
import { mention } from "./mention";

interface Ticket {
  customer: Customer;
  subject: Subject;
  owner: string;
  priority: string;
}

/** Tickets come in, wait, sometimes escalate, and are solved; then the customer says how it went. */
export function tickets({ start, chance, tell }: Teller): void {
  for (let number = 0; number < 84; number++) {
    const ticket = ticketOf(number, chance);
    const { subject, owner } = ticket;
    let at = workMoment(start, chance, 29);
    const later = (hours: number) => (at = afterWork(at, hours, chance));
    assign(ticket, owner, at);
    move(ticket, later(2), "New", "In progress");
    if (chance.maybe(0.4)) {
      tell(later(2), "crm", {
        topic: "comments.added",
        recipients: [
          { user: owner, as: "owner" },
          { user: "linnea", as: "commenter" },
        ],
        actor: { user: chance.pick(TEAMS.PACKERS) },
        subject,
        data: { comment: chance.pick(COMMENTS) },
      });
    }
    if (chance.maybe(0.35)) move(ticket, later(8), "In progress", "Waiting for customer");
    if (chance.maybe(0.25)) escalate(ticket, later);
    if (chance.maybe(0.85)) {
      move(ticket, later(14), "In progress", "Solved");
      if (chance.maybe(0.4)) rate(ticket, later(10));
    }
  }

  function assign({ subject, priority, customer }: Ticket, to: string, at: Date): void {
    tell(at, "crm", {
      topic: "tickets.assigned",
      recipients: [{ user: to, as: "assignee" }],
      actor: chance.maybe(0.6) ? { user: "linnea" } : undefined,
      subject,
      data: { priority, customer: customer.name },
      origin: "ui",
    });
  }

  function move({ subject, owner, priority }: Ticket, at: Date, previous_status: string, status: string): void {
    tell(at, "crm", {
      topic: "tickets.status_changed",
      recipients: [
        { user: owner, as: "owner" },
        ...(priority === "Urgent" || chance.maybe(0.3) ? [{ user: "linnea", as: "follower" }] : []),
      ],
      actor: chance.maybe(0.6) ? { user: owner } : { user: chance.pick(TEAMS.HELPERS) },
      subject,
      data: { status, previous_status, priority },
    });
  }

  function escalate(ticket: Ticket, later: (hours: number) => Date): void {
    const { subject, owner } = ticket;
    move({ ...ticket, priority: "Urgent" }, later(5), "In progress", "Escalated");
    tell(
      later(0.5),
      "crm",
      mention("tickets.mentioned", subject, { from: owner, to: "linnea", line: chance.pick(MENTIONS) }),
    );
    const next = chance.pick(TEAMS.HELPERS.filter((one) => one !== owner));
    assign({ ...ticket, priority: "Urgent" }, next, later(1));
    tell(
      later(1),
      "crm",
      mention("tickets.mentioned", subject, { from: next, to: owner, line: chance.pick(MENTIONS) }),
    );
  }

  function rate({ customer, owner }: Ticket, at: Date): void {
    tell(at, "forms", {
      topic: "surveys.support_submitted",
      recipients: [
        { user: owner, as: "owner" },
        { user: "linnea", as: "owner" },
      ],
      actor: { name: customer.contact },
      subject: record("survey", "after-support", "After-support survey"),
      data: { score: chance.whole(5, 10), comment: chance.pick(SURVEY_LINES) },
    });
  }
}

function ticketOf(number: number, chance: Chance): Ticket {
  const customer = CUSTOMERS[(number * 5 + 3) % CUSTOMERS.length]!;
  const id = 18_270 + number;
  const subject = record("ticket", id, `#${id} ${chance.pick(PROBLEMS)}`);
  return { customer, subject, owner: chance.pick(TEAMS.HELPERS), priority: chance.pick(["Low", "Normal", "High"]) };
}
