import type { EventPost } from "./teller";

export type Subject = NonNullable<EventPost["subject"]>;

const CRM = "https://crm.fjordpolder.example";

/** A record of the CRM; its page is `/deals/4211` for a deal, and so on. */
export function record(type: keyof typeof PAGES, id: string | number, title: string): Subject {
  return { type, id: String(id), title, url: `${CRM}/${PAGES[type]}/${encodeURIComponent(id)}` };
}

/** Where a file that somebody asked for can be had. */
export function fileUrl(name: string): string {
  return `https://files.fjordpolder.example/${encodeURIComponent(name)}`;
}

/** Money in euros: `{ [field]: 12500, currency: "EUR" }`. */
export function euros<Field extends string>(field: Field, amount: number): Record<Field | "currency", unknown> {
  return { [field]: amount, currency: "EUR" } as Record<Field | "currency", unknown>;
}

const PAGES = {
  deal: "deals",
  contact: "contacts",
  company: "companies",
  lead: "leads",
  ticket: "tickets",
  conversation: "inbox",
  call: "calls",
  order: "orders",
  subscription: "subscriptions",
  quote: "quotes",
  document: "documents",
  email: "emails",
  task: "tasks",
  project: "projects",
  workflow: "workflows",
  dashboard: "dashboards",
  list: "lists",
  form: "forms",
  survey: "surveys",
  article: "blog",
  campaign: "campaigns",
  request: "approvals",
  return: "returns",
  property: "data-quality",
  review: "reviews",
  visitor: "visitors",
  site: "sites",
  job: "jobs",
  payment: "payments",
  course: "academy",
  asset: "marketplace",
} as const;
