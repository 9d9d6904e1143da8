import { actorDid, amount, fact, facts, record } from "./phrases";
import { RECORDED, section, topic } from "./topic";

const CHANGED_FOR = ["owner", "follower", "account_manager"];

export const sales = section("sales", "Sales", "Orders, subscriptions and e-signatures", [
  topic({
    key: "orders.won",
    name: "Order won",
    condition: "data.probability >= 100 && data.value >= 1",
    requirements: ["R60", "R66"],
    title: actorDid(`won ${record("an order")}`, `${record("An order")} was won`),
    body: facts(amount("Value", "data.value"), fact("Customer", "data.customer")),
  }),
  topic({
    key: "subscriptions.changed",
    name: "Subscription changed",
    audience: ["account_manager"],
    strict: true,
    condition: "data.yearly_value > 0",
    requirements: ["R67"],
    title: changed("a subscription", "A subscription"),
    body: facts(amount("Yearly value", "data.yearly_value"), fact("Changed", "data.changes")),
  }),
  topic({
    key: "esign.updated",
    name: "E-signature updated",
    audience: ["sender", "signatory"],
    strict: true,
    defaultOn: RECORDED,
    requirements: ["R63"],
    title: signature(),
    body: facts(fact("Signed by", "data.signed_by"), fact("Waiting for", "data.waiting_for")),
  }),
  created("an order", "An order", { key: "orders.created", name: "Order created" }),
  topic({
    key: "orders.changed",
    name: "Order changed",
    audience: CHANGED_FOR,
    requirements: ["R84"],
    title: changed("an order", "An order"),
    body: facts(fact("Changed", "data.changes"), amount("Value", "data.value")),
  }),
  created("a customer", "A customer", { key: "customers.created", name: "Customer created" }),
  topic({
    key: "customers.changed",
    name: "Customer changed",
    audience: CHANGED_FOR,
    requirements: ["R84"],
    title: changed("a customer", "A customer"),
    body: facts(fact("Changed", "data.changes")),
  }),
]);

function changed(noun: string, nounFirst: string): string {
  return actorDid(`changed ${record(noun)}`, `${record(nounFirst)} was changed`);
}

function signature(): string {
  const signed = actorDid(`signed ${record("a document")}`, `${record("A document")} was signed`);
  const declined = actorDid(`declined to sign ${record("a document")}`, `${record("A document")} was not signed`);
  const updated = `The e-signature of ${record("a document")} was updated`;
  return `{% case data.status %}{% when "signed" %}${signed}{% when "declined" %}${declined}{% else %}${updated}{% endcase %}`;
}

function created(noun: string, nounFirst: string, told: { key: string; name: string }) {
  return topic({
    ...told,
    requirements: ["R84"],
    title: actorDid(`created ${record(noun)}`, `${record(nounFirst)} was created`),
    body: facts(fact("Customer", "data.customer"), amount("Value", "data.value")),
  });
}
