import { actorDid, amount, day, fact, facts, named, quote, record } from "./phrases";
import { PERSONAL, RECORDED, section, topic } from "./topic";

export const marketplace = section("marketplace", "Marketplace", "Your marketplace assets and purchases", [
  purchase({
    key: "marketplace.asset_updated",
    name: "Asset update available",
    title: `An update of ${record("your asset")} is available`,
    body: facts(fact("Version", "data.version"), fact("New", "data.changes")),
  }),
  purchase({
    key: "marketplace.purchase_confirmed",
    name: "Purchase confirmed",
    title: `The purchase of ${record("a marketplace asset")} is confirmed`,
    body: facts(amount("Amount", "data.amount")),
  }),
  purchase({
    key: "marketplace.refund_requested",
    name: "Refund requested",
    title: actorDid(
      `asked for a refund of ${record("a purchase")}`,
      `A refund of ${record("a purchase")} was requested`,
    ),
  }),
  purchase({
    key: "marketplace.refund_issued",
    name: "Refund issued",
    title: actorDid(`refunded ${record("a purchase")}`, `${record("A purchase")} was refunded`),
  }),
  purchase({
    key: "marketplace.refund_cancelled",
    name: "Refund request cancelled",
    title: actorDid(
      `cancelled the refund request for ${record("a purchase")}`,
      `The refund request for ${record("a purchase")} was cancelled`,
    ),
  }),
  purchase({
    key: "marketplace.refund_denied",
    name: "Refund request denied",
    title: actorDid(
      `denied the refund request for ${record("a purchase")}`,
      `The refund request for ${record("a purchase")} was denied`,
    ),
  }),
]);

export const payments = section("payments", "Payments", "Payments and payouts", [
  payment({ key: "payments.initiated", name: "Payment initiated" }),
  payment({ key: "payments.failed", name: "Payment failed" }),
  payment({ key: "payments.received", name: "Payment received" }),
  payment({ key: "payments.payout_created", name: "Payout created" }),
  payment({ key: "payments.payout_failed", name: "Payout failed" }),
]);

export const quotes = section("quotes", "Quotes", "Quotes that you own", [
  quoted({
    key: "quotes.countersign_needed",
    name: "Countersignature needed",
    title: `${record("A quote")} needs a countersignature`,
    body: facts(amount("Total", "data.amount"), day("Valid until", "data.valid_until")),
  }),
  quoted({
    key: "quotes.paid",
    name: "Quote paid",
    title: actorDid(`paid ${record("your quote")}`, `${record("Your quote")} was paid`),
  }),
  quoted({
    key: "quotes.signed",
    name: "Quote signed by a customer",
    title: actorDid(`signed ${record("your quote")}`, `${record("Your quote")} was signed by a customer`),
  }),
  quoted({
    key: "quotes.countersigned_complete",
    name: "A quote you countersigned is fully signed",
    title: `${record("A quote")}, countersigned by you, is fully signed`,
  }),
  quoted({
    key: "quotes.completed",
    name: "A quote you own is fully signed",
    title: `${record("Your quote")} is fully signed`,
  }),
]);

function purchase(told: Pick<Parameters<typeof topic>[0], "key" | "name" | "title" | "body">) {
  return topic({
    audience: ["owner", "buyer"],
    defaultOn: RECORDED,
    body: facts(amount("Amount", "data.amount"), quote("data.reason")),
    ...told,
  });
}

function payment({ key, name }: { key: string; name: string }) {
  return topic({
    key,
    name,
    defaultOn: RECORDED,
    role: "super_admin",
    requirements: ["R57"],
    title: name + named(": "),
    body: facts(amount("Amount", "data.amount"), fact("By", "actor.name"), fact("Reason", "data.reason")),
  });
}

function quoted(told: Pick<Parameters<typeof topic>[0], "key" | "name" | "title" | "body">) {
  return topic({
    audience: ["owner"],
    strict: true,
    defaultOn: PERSONAL,
    requirements: ["R59"],
    body: facts(amount("Total", "data.amount")),
    ...told,
  });
}
