import { assigned, mentioned } from "./kinds";
import { actorDid, amount, day, fact, facts, quote, record } from "./phrases";
import { section, topic } from "./topic";

export const contacts = section(
  "contacts",
  "Contacts and companies",
  "Assignments, duplicates and mentions on contacts and companies",
  [
    assigned("a contact", "contacts", {
      key: "contacts.assigned",
      name: "Contact assigned to you",
      body: facts(fact("Company", "data.company"), quote("data.comment")),
    }),
    assigned("a company", "companies", {
      key: "companies.assigned",
      name: "Company assigned to you",
      body: facts(fact("City", "data.city"), quote("data.comment")),
    }),
    topic({
      key: "contacts.duplicate_found",
      name: "Duplicate contact or company found",
      audience: ["owner"],
      title: `${record("A contact or company")} may be a duplicate`,
      body: facts(fact("Same as", "data.duplicate_of"), fact("Matched by", "data.matched_by")),
    }),
    mentioned(`on ${record("a contact")}`, { key: "contacts.mentioned", name: "You were mentioned on a contact" }),
    mentioned(`on ${record("a company")}`, { key: "companies.mentioned", name: "You were mentioned on a company" }),
  ],
);

export const customObjects = section("custom_objects", "Custom objects", "Assignments and mentions on custom objects", [
  assigned("a record", "records", {
    key: "custom_objects.assigned",
    name: "Custom object assigned to you",
    body: facts(quote("data.comment")),
  }),
  mentioned(`on ${record("a record")}`, {
    key: "custom_objects.mentioned",
    name: "You were mentioned on a custom object",
  }),
]);

export const deals = section("deals", "Deals", "Deals you own or follow", [
  assigned("a deal", "deals", {
    key: "deals.assigned",
    name: "Deal assigned to you",
    body: facts(amount("Value", "data.value"), fact("Stage", "data.stage"), day("Closes", "data.closes_on")),
  }),
  topic({
    key: "deals.stage_changed",
    name: "Deal you own or follow changed stage",
    audience: ["owner", "follower"],
    title: moved(record("a deal"), record("A deal"), '{{ data.stage | default: "another stage" }}'),
    body: facts(fact("Before", "data.previous_stage"), amount("Value", "data.value")),
  }),
  mentioned(`on ${record("a deal")}`, { key: "deals.mentioned", name: "You were mentioned on a deal" }),
]);

export const leads = section("leads", "Leads", "Leads assigned to you", [
  assigned("a lead", "leads", {
    key: "leads.assigned",
    name: "Lead assigned to you",
    defaultOn: [],
    requirements: ["R65"],
    body: facts(fact("Source", "data.source"), fact("Score", "data.score")),
  }),
]);

export const tickets = section("tickets", "Tickets", "Tickets you own or follow", [
  assigned("a ticket", "tickets", {
    key: "tickets.assigned",
    name: "Ticket assigned to you",
    body: facts(fact("Priority", "data.priority"), fact("Customer", "data.customer")),
  }),
  topic({
    key: "tickets.status_changed",
    name: "Ticket you own or follow changed status",
    audience: ["owner", "follower"],
    title: moved(record("a ticket"), record("A ticket"), '{{ data.status | default: "another status" }}'),
    body: facts(fact("Before", "data.previous_status"), fact("Priority", "data.priority")),
  }),
  mentioned(`on ${record("a ticket")}`, { key: "tickets.mentioned", name: "You were mentioned on a ticket" }),
]);

function moved(it: string, itFirst: string, where: string): string {
  return actorDid(`moved ${it} to ${where}`, `${itFirst} moved to ${where}`);
}
