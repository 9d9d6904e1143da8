import { CUSTOMERS } from "../customers";
import { euros, record } from "../records";
import type { Teller } from "../teller";
import { afterWork, workMoment } from "../work-time";

const CHANGES = ["delivery address", "10 → 12 pieces", "delivery date", "colour navy", "cost centre 4410"] as const;

/** The web shop's orders, what is changed about them, new customers, and subscriptions to the laundry service. */
export function orders({ start, chance, tell }: Teller): void {
  for (let number = 0; number < 190; number++) {
    const customer = CUSTOMERS[(number * 17 + 2) % CUSTOMERS.length]!;
    const subject = record("order", `S-${88_400 + number}`, `S-${88_400 + number} from ${customer.name}`);
    const value = chance.whole(4, 180) * 15;
    const at = workMoment(start, chance);
    const recipients = [{ user: customer.owner, as: "account_manager" }];
    tell(at, "shop", {
      topic: "orders.created",
      recipients,
      actor: { name: customer.contact },
      subject,
      data: { customer: customer.name, ...euros("value", value) },
      origin: "api",
    });
    if (chance.maybe(0.3)) {
      tell(afterWork(at, 6, chance), "shop", {
        topic: "orders.changed",
        recipients,
        actor: chance.maybe(0.5) ? { name: customer.contact } : { user: chance.pick(["ewa", "mohamed", "agnes"]) },
        subject,
        data: { changes: chance.pick(CHANGES), ...euros("value", value) },
        origin: "api",
      });
    }
  }
}

export function customers({ start, chance, tell }: Teller): void {
  for (const [index, customer] of CUSTOMERS.entries()) {
    const subject = record("company", customer.id, customer.name);
    const at = workMoment(start, chance);
    if (index % 4 === 1) {
      tell(at, "crm", {
        topic: "customers.created",
        recipients: [{ user: customer.owner }, { user: "maarten" }],
        actor: { user: customer.owner },
        subject,
        data: { customer: `${customer.name}, ${customer.city}` },
      });
      tell(afterWork(at, 3, chance), "crm", {
        topic: "companies.assigned",
        recipients: [{ user: customer.owner, as: "assignee" }],
        actor: { user: "maarten" },
        subject,
        data: { city: customer.city, comment: "Yours: it is in your region, and you know the plant." },
      });
    }
    if (index % 3 === 0) {
      tell(afterWork(at, 20, chance), "crm", {
        topic: "customers.changed",
        recipients: [{ user: customer.owner, as: "account_manager" }],
        actor: { user: chance.pick(["yusuf", "annika", "amina"]) },
        subject,
        data: { changes: chance.pick(["payment terms 14 → 30 days", "invoice address", "VAT number", "credit limit"]) },
      });
    }
    if (index % 5 === 2) subscription(index, at);
  }

  /** One in three is worth nothing a year: too little to tell anybody (R67). */
  function subscription(index: number, at: Date): void {
    const customer = CUSTOMERS[index]!;
    tell(afterWork(at, 9, chance), "books", {
      topic: "subscriptions.changed",
      recipients: [{ user: customer.owner, as: "account_manager" }],
      subject: record("subscription", 600 + index, `Laundry service, ${customer.name}`),
      data: {
        ...euros("yearly_value", index % 3 === 0 ? 0 : chance.whole(4, 60) * 240),
        changes: chance.pick([
          "40 → 55 garments a week",
          "cancelled at the end of the year",
          "moved to monthly billing",
        ]),
      },
      origin: "automation",
    });
  }
}
