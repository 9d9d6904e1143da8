import { CUSTOMERS } from "../customers";
import { euros, record } from "../records";
import type { EventPost, Teller } from "../teller";
import { afterWork, everyDay, everyWeek, isWorkday, workMoment } from "../work-time";

const SUPER_ADMINS = [{ user: "ingrid" }, { user: "tomasz" }];
const COSTS = [
  ["Forklift battery", 3850],
  ["Trade fair stand, Herning", 12_400],
  ["Fit-testing van, new tyres", 920],
  ["Photo shoot, new catalogue", 4600],
  ["Training: working at height", 2150],
  ["Second label printer", 780],
  ["Credit note, Noordkade Scheepswerf", 1340],
  ["Temporary staff, week of the stocktake", 6300],
  ["Discount 18 %, Veluwe Zorggroep", 7420],
  ["Replacement harness batch H-77", 9980],
  ["Laptop for the new seller", 1490],
  ["Storage racks, hall 3", 15_600],
] as const;

const REASONS = [
  "In the budget, but above my limit.",
  "Two offers compared, this is the lower one.",
  "Agreed with the team on Monday, only the yes is missing.",
  "Needed before the audit. The quote is attached.",
] as const;

/** Payments and payouts, of which only super admins may hear, and requests that need a yes from finance. */
export function payments({ start, chance, tell }: Teller): void {
  for (const at of everyDay(start, 6 * 60 + 10).filter(isWorkday)) {
    tell(at, "books", payment("payments.received"));
    const reason = chance.pick(["card declined", "account closed", "mandate withdrawn"]);
    if (at.getUTCDate() % 4 === 0) tell(afterWork(at, 1, chance), "shop", payment("payments.failed", reason));
    if (at.getUTCDate() % 5 === 0) tell(afterWork(at, 2, chance), "shop", payment("payments.initiated"));
  }
  for (const at of everyWeek(start, 3, 5 * 60)) {
    const subject = record("payment", `PO-${at.getUTCDate()}`, "Shopify Payments, week payout");
    const data = euros("amount", chance.whole(180, 420) * 100);
    tell(at, "shop", { topic: "payments.payout_created", recipients: SUPER_ADMINS, subject, data });
  }

  function payment(topic: string, reason?: string): EventPost {
    const invoice = `Invoice ${chance.whole(20_100, 20_990)}, ${chance.pick(CUSTOMERS).name}`;
    const subject = record("payment", `P-${chance.whole(3000, 9800)}`, invoice);
    return {
      topic,
      recipients: SUPER_ADMINS,
      subject,
      data: { ...euros("amount", chance.whole(20, 900) * 20), reason },
    };
  }
}

export function approvals({ start, chance, tell }: Teller): void {
  for (const [index, [title, amount]] of COSTS.entries()) {
    const requester = chance.pick(["sander", "camille", "maarten", "beatrice", "linnea"]);
    const approver = amount > 5000 ? "ingrid" : "fatima";
    const subject = record("request", `A-${410 + index}`, title);
    const at = workMoment(start, chance);
    const due_at = afterWork(at, 60, chance).toISOString();
    tell(at, "crm", {
      topic: "general.approval_requested",
      recipients: [{ user: approver, as: "approver" }],
      actor: { user: requester },
      subject,
      data: { ...euros("amount", amount), due_at, comment: chance.pick(REASONS) },
    });
    const isGranted = index % 5 !== 4;
    tell(afterWork(at, 18, chance), "crm", {
      topic: isGranted ? "general.approval_granted" : "general.approval_cancelled",
      recipients: [isGranted ? { user: requester, as: "requester" } : { user: approver, as: "approver" }],
      actor: { user: isGranted ? approver : requester },
      subject,
      data: isGranted
        ? { comment: "Fine by me. Please book it on 4410." }
        : { reason: "Not needed any more: the supplier carries the cost." },
    });
  }
}

export function invoices({ start, chance, tell }: Teller): void {
  for (let number = 0; number < 34; number++) {
    const customer = CUSTOMERS[(number * 19 + 7) % CUSTOMERS.length]!;
    const invoice = 20_400 + number * 3;
    tell(workMoment(start, chance), "books", {
      topic: "apps.message",
      recipients: [{ user: customer.owner }, { user: chance.pick(["yusuf", "annika", "willem", "noor"]) }],
      subject: record("company", customer.id, customer.name),
      data: {
        title: `Invoice ${invoice} to ${customer.name} is ${chance.whole(3, 30)} days overdue`,
        message: `€ ${chance.whole(3, 88) * 115} is open. The second reminder goes out tomorrow at 9:00.`,
      },
      origin: "automation",
    });
  }
  for (const at of everyWeek(start, 5, 13 * 60)) {
    tell(at, "books", {
      topic: "account.billing",
      recipients: [{ user: "ingrid" }, { user: "fatima" }],
      subject: record("payment", "fortnox-plan", "Fortnox, 6 seats"),
      data: { ...euros("amount", 174), due_on: afterWork(at, 200, chance).toISOString().slice(0, 10) },
    });
  }
}
