import { CUSTOMERS, type Customer } from "../customers";
import { TEAMS } from "../groups";
import { record } from "../records";
import type { Teller } from "../teller";
import { CUSTOMER_LINES, MENTIONS, QUESTIONS } from "../words";
import { afterWork, workMoment } from "../work-time";
import { mention } from "./mention";

/** Customers write to the shared inbox: nobody's at first, then somebody's, now and then handed on. */
export function conversations({ start, chance, tell }: Teller): void {
  for (let number = 0; number < 62; number++) {
    const customer = CUSTOMERS[(number * 11 + 5) % CUSTOMERS.length]!;
    const [question, opening] = QUESTIONS[(number * 5) % QUESTIONS.length]!;
    const subject = record("conversation", 70_310 + number, `${question} (${customer.name})`);
    const opened = { from: customer.contact, message: opening };
    const message = () => ({ from: customer.contact, message: chance.pick(CUSTOMER_LINES) });
    const actor = { name: customer.contact };
    const assignee = chance.pick(TEAMS.HELPERS);
    let at = workMoment(start, chance, 27);
    const later = (hours: number) => (at = afterWork(at, hours, chance));

    if (number % 3 === 0) {
      const recipients = [{ group: "support", as: "team" }];
      tell(at, "crm", { topic: "conversations.unassigned_created", recipients, actor, subject, data: opened });
    }
    tell(later(0.5), "crm", {
      topic: "conversations.assigned",
      recipients: [{ user: assignee, as: "assignee" }],
      actor: number % 2 ? { user: "linnea" } : undefined,
      subject,
      data: opened,
    });
    for (let replies = chance.whole(0, 3); replies > 0; replies--) {
      tell(later(3), "crm", {
        topic: "conversations.replied",
        recipients: [{ user: assignee, as: "assignee" }],
        actor,
        subject,
        data: message(),
      });
    }
    if (chance.maybe(0.2)) handOn(assignee);

    function handOn(from: string): void {
      const to = chance.pick(TEAMS.HELPERS.filter((one) => one !== from));
      const line = chance.pick(MENTIONS);
      tell(later(1), "crm", mention("conversations.mentioned", subject, { from, to, line }));
      tell(later(0.5), "crm", {
        topic: "conversations.reassigned",
        recipients: [{ user: to, as: "assignee" }],
        actor: { user: from },
        subject,
        data: message(),
      });
    }
  }
  for (let number = 0; number < 5; number++) toTheTeam(CUSTOMERS[number * 6]!);

  function toTheTeam(customer: Customer): void {
    tell(workMoment(start, chance), "crm", {
      topic: "conversations.assigned_to_team",
      recipients: [{ group: "support", as: "team" }],
      actor: { user: "linnea" },
      subject: record("conversation", `70${customer.name.length}80`, `Recall of harness batch H-77 (${customer.name})`),
      data: {
        team: "Support",
        from: customer.contact,
        message: "Which of our harnesses are affected, and who replaces them?",
      },
    });
  }
}
