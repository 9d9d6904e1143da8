import type { MailData, MailFrame, MailItem, MailKind } from "@/lib/core/mail";

/** One of each kind, as a company would get it: what tests render and people look at. */
const frame: MailFrame = {
  publicUrl: "https://bell.simla.example",
  workspace: "Simla",
  recipient: { name: "Ada Lovelace", timeZone: "Europe/Amsterdam" },
  unsubscribe: "1.k3yk3yk3yk3y.WyJhZGEiLCJ0b3BpYyIsImRlYWxzLmFzc2lnbmVkIl0.0123456789012345678901234567890123456789012",
};

const assigned = { key: "deals.assigned", name: "Deal assigned to you" };

export const EXAMPLE_ITEM: MailItem = {
  id: "ntf_01936f2e-0000-7000-8000-000000000001",
  title: "Grace Hopper assigned you ACME renewal",
  body: "Value: 12,400 EUR · Stage: Negotiation · Closes: 4 December 2026",
  url: "https://crm.example/deals/42",
  record: "ACME renewal",
  origin: "Deals",
  topic: assigned,
  at: "2026-11-21T12:04:00Z",
};

const others: Partial<MailItem>[] = [
  {
    title: "Alan Turing mentioned you in a note on Bletchley Park",
    body: "“Can you look at the figures before Monday? The customer asks for a second offer.”",
    record: "Bletchley Park",
    topic: { key: "deals.mentioned", name: "You were mentioned" },
    at: "2026-11-21T09:40:00Z",
  },
  {
    title: "Call the notary is due",
    body: "Due: 21 November 2026, 10:00",
    record: "Call the notary",
    origin: "Tasks",
    topic: { key: "tasks.due", name: "Task due" },
    at: "2026-11-21T09:00:00Z",
  },
  {
    title: "The import of customers-november-final-2.csv failed",
    body: "Rows: 1,240 · Error: line 17 has no email address",
    record: null,
    url: null,
    origin: "Fortnox",
    topic: { key: "imports.finished", name: "Import finished" },
    at: "2026-11-20T16:12:00Z",
  },
];

export const EXAMPLES: { [Kind in MailKind]: MailData[Kind] } = {
  notification: { ...frame, item: EXAMPLE_ITEM },
  merged: {
    ...frame,
    item: { ...EXAMPLE_ITEM, title: "You were assigned 3 deals", body: "", url: null, record: null },
    parts: [
      { title: "ACME renewal", at: "2026-11-21T12:04:00Z" },
      { title: "Bletchley Park, second phase", at: "2026-11-21T12:03:00Z" },
      { title: "Difference engine maintenance", at: "2026-11-21T12:01:00Z" },
    ],
    total: 3,
  },
  digest: {
    ...frame,
    period: "daily",
    items: [EXAMPLE_ITEM, ...others.map((other, n) => ({ ...EXAMPLE_ITEM, id: `${EXAMPLE_ITEM.id}${n}`, ...other }))],
    total: 7,
  },
  broadcast: {
    ...frame,
    sender: "Grace Hopper",
    html: "<p>Dear all,</p><p>On <b>Thursday</b> the electricians come. Please work from home, and take your plants off the window sills.</p><p>Grace</p>",
    item: {
      ...EXAMPLE_ITEM,
      title: "The office is closed on Thursday",
      body: "Dear all,\n\nOn Thursday the electricians come. Please work from home, and take your plants off the window sills.\n\nGrace",
      url: null,
      record: null,
      origin: "Announcements",
      topic: { key: "broadcasts.message", name: "Message from an admin" },
    },
  },
};
