import type { PostedEvent } from "./api";

let numbers = 0;

/** `Grace Hopper assigned you <title>`: a deal for one person. */
export function dealFor({ id }: { id: string }, title: string, more: Partial<PostedEvent> = {}): PostedEvent {
  const number = String(++numbers);
  return {
    topic: "deals.assigned",
    recipients: [{ user: id, as: "assignee" }],
    actor: { name: "Grace Hopper" },
    subject: { type: "deal", id: number, title, url: `https://crm.example/deals/${number}` },
    ...more,
  };
}

/** `Your export <file> is ready to download`. */
export function exportFor({ id }: { id: string }, file: string): PostedEvent {
  return {
    topic: "exports.ready",
    recipients: [{ user: id, as: "creator" }],
    subject: { type: "export", id: String(++numbers), title: file },
    data: { status: "success", rows: 1240, file_url: "https://files.example/customers.csv" },
  };
}

/** `<title>`, from the app that the key belongs to. */
export function appMessageFor({ id }: { id: string }, title: string): PostedEvent {
  return {
    topic: "apps.message",
    recipients: [{ user: id }],
    data: { title, message: "1,240 of 2,000 rows", status: "running", progress: 0.62 },
  };
}
