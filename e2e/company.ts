import type { Api, PostedEvent } from "./api";
import type { Person } from "./people";

/** A morning's worth of notifications of many kinds, with the texts that break layouts; oldest first. */
export async function fillBell(api: Api, { id }: Person): Promise<void> {
  for (const event of morning(id)) await api.post(event);
}

function morning(user: string): PostedEvent[] {
  const to = (as?: string) => [{ user, as }];
  const deal = (number: string, title: string) => ({
    type: "deal",
    id: number,
    title,
    url: `https://crm.example/deals/${number}`,
  });
  return [
    {
      topic: "deals.assigned",
      recipients: to("assignee"),
      actor: { name: "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh" },
      subject: deal("1", "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft renewal"),
    },
    {
      topic: "deals.stage_changed",
      recipients: to("owner"),
      actor: { name: "Grace Hopper" },
      subject: deal("42", "ACME renewal"),
      data: { stage: "Contract sent", previous_stage: "Negotiation", value: 12_400, currency: "EUR" },
    },
    {
      topic: "comments.mentioned",
      recipients: to("mentioned"),
      actor: { name: "ליאת כהן" },
      subject: deal("43", "שדרוג מרכזייה 2026"),
      data: { comment: "Could you look at the second page before Thursday? The totals do not add up." },
    },
    {
      topic: "tickets.assigned",
      recipients: to("assignee"),
      actor: { name: "Bo Lindqvist" },
      subject: { type: "ticket", id: "7", title: "Invoices arrive twice", url: "https://crm.example/tickets/7" },
      data: { priority: "High", customer: "Fjord Logistics" },
    },
    {
      topic: "exports.ready",
      recipients: to("creator"),
      subject: { type: "export", id: "9", title: "Q4 customers" },
      data: { status: "success", rows: 18_220, file_url: "https://files.example/q4.csv" },
    },
    {
      topic: "apps.message",
      recipients: to(),
      data: { title: "Fortnox import", message: "1,240 of 2,000 rows", status: "running", progress: 0.62 },
    },
    {
      topic: "apps.issue",
      recipients: to(),
      data: { title: "Mailchimp sync stopped", error: "The list “Newsletter” is gone.", status: "failure" },
    },
    {
      topic: "deals.assigned",
      recipients: to("assignee"),
      actor: { name: "Grace Hopper" },
      subject: deal("44", "Northwind expansion"),
      data: { value: 1200, currency: "EUR", closes_on: "2026-12-01" },
    },
  ];
}
