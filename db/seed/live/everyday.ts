import type { Chance } from "../chance";
import { CUSTOMERS } from "../customers";
import { TEAMS } from "../groups";
import { euros, record } from "../records";
import { mention } from "../stories/mention";
import { COMMENTS, CUSTOMER_LINES, DEAL_STAGES, DEALS, MENTIONS, PROBLEMS, QUESTIONS, TASKS } from "../words";
import { type Live, live } from "./live";

/** One more thing of an ordinary day; two in three concern somebody who can sign in to the demo. */
export function everyday(chance: Chance): Live {
  return chance.pick(KINDS)(chance, chance.pick(CUSTOMERS));
}

type Kind = (chance: Chance, customer: (typeof CUSTOMERS)[number]) => Live;

const KINDS: readonly Kind[] = [
  (chance, customer) => {
    const [from, to] = chance.pick([
      ["maarten", seller(chance)],
      [seller(chance), "maarten"],
      ["sander", "ingrid"],
    ] as const);
    return live("crm", mention("deals.mentioned", deal(chance, customer), { from, to, line: chance.pick(MENTIONS) }));
  },
  (chance, customer) =>
    live("crm", {
      topic: "comments.added",
      recipients: [
        { user: seller(chance), as: "owner" },
        { user: "maarten", as: "commenter" },
      ],
      actor: { user: chance.pick(TEAMS.PACKERS) },
      subject: deal(chance, customer),
      data: { comment: chance.pick(COMMENTS) },
    }),
  (chance, customer) => {
    const stage = chance.whole(1, DEAL_STAGES.length - 1);
    return live("crm", {
      topic: "deals.stage_changed",
      recipients: [
        { user: seller(chance), as: "owner" },
        { user: "maarten", as: "follower" },
      ],
      actor: { name: customer.contact },
      subject: deal(chance, customer),
      data: { stage: DEAL_STAGES[stage], previous_stage: DEAL_STAGES[stage - 1], ...euros("value", money(chance)) },
    });
  },
  (chance, customer) =>
    live("crm", {
      topic: "conversations.replied",
      recipients: [{ user: helper(chance), as: "assignee" }],
      actor: { name: customer.contact },
      subject: record("conversation", chance.whole(70_400, 70_990), `${chance.pick(QUESTIONS)[0]} (${customer.name})`),
      data: { message: chance.pick(CUSTOMER_LINES) },
    }),
  (chance, customer) => {
    const id = chance.whole(18_360, 18_990);
    return live("crm", {
      topic: "tickets.assigned",
      recipients: [{ user: helper(chance), as: "assignee" }],
      actor: { user: "linnea" },
      subject: record("ticket", id, `#${id} ${chance.pick(PROBLEMS)}`),
      data: { priority: chance.pick(["Low", "Normal", "High"]), customer: customer.name },
    });
  },
  (chance, customer) =>
    live("shop", {
      topic: "orders.created",
      recipients: [{ user: seller(chance), as: "account_manager" }],
      actor: { name: customer.contact },
      subject: record("order", `S-${chance.whole(88_600, 89_900)}`, `an order from ${customer.name}`),
      data: { customer: customer.name, ...euros("value", chance.whole(4, 180) * 15) },
    }),
  (chance, customer) =>
    live("phone", {
      topic: "calls.inbound_logged",
      recipients: [{ user: chance.maybe(0.5) ? seller(chance) : helper(chance), as: "owner" }],
      actor: { name: customer.contact },
      subject: record("call", chance.whole(51_200, 51_990), `Call with ${customer.name}`),
      data: {
        from: `+31 555 ${chance.whole(100, 999)} ${chance.whole(100, 999)}`,
        duration: `${chance.whole(1, 18)} min`,
      },
    }),
  (chance, customer) =>
    live("books", {
      topic: "payments.received",
      recipients: [{ user: "ingrid" }, { user: "tomasz" }],
      subject: record(
        "payment",
        `P-${chance.whole(10_000, 10_900)}`,
        `Invoice ${chance.whole(20_500, 20_990)}, ${customer.name}`,
      ),
      data: euros("amount", money(chance)),
    }),
  (chance, customer) =>
    live("crm", (now) => ({
      topic: "tasks.due",
      recipients: [{ user: chance.maybe(0.5) ? seller(chance) : helper(chance), as: "assignee" }],
      subject: record("task", chance.whole(9600, 9990), `${chance.pick(TASKS)}, ${customer.name}`),
      data: { due_at: now.toISOString() },
    })),
  (chance, customer) =>
    live("forms", {
      topic: "forms.submitted",
      recipients: [{ user: seller(chance), as: "account_manager" }],
      actor: { name: customer.contact },
      subject: record("form", "quote-request", "Quote request"),
      data: {
        score: chance.whole(5, 60),
        customer_known: true,
        customer: customer.name,
        message: "For 24 people, two sites.",
      },
    }),
];

function seller(chance: Chance): string {
  return chance.maybe(0.7) ? "joris" : chance.pick(TEAMS.SELLERS);
}

function helper(chance: Chance): string {
  return chance.maybe(0.7) ? "amina" : chance.pick(TEAMS.HELPERS);
}

function deal(chance: Chance, customer: (typeof CUSTOMERS)[number]) {
  return record("deal", chance.whole(4220, 4390), `${chance.pick(DEALS)}, ${customer.name}`);
}

function money(chance: Chance): number {
  return chance.whole(18, 960) * 50;
}
