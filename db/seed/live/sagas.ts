import { euros, fileUrl, record } from "../records";
import { CONVERSATION, DEAL, TICKET } from "../stories/today";
import { type Live, live } from "./live";

const QUOTE = record("quote", "Q-1247", "Quote Q-1247, Noordkade Scheepswerf");
const JORIS = { user: "joris", as: "owner" };
const AMINA = { user: "amina", as: "owner" };
const MAARTEN = { user: "maarten", as: "follower" };

/** How the stories of the last hours go on: the deal is won, the ticket is solved, the order is packed. */
export const SAGAS: readonly Live[] = [
  live("crm", {
    topic: "comments.added",
    recipients: [JORIS, { user: "maarten", as: "commenter" }, { user: "ingrid", as: "mentioned" }],
    actor: { user: "fatima" },
    subject: DEAL,
    data: { comment: "30 days are fine from our side, their payments were never late." },
  }),
  live("crm", {
    topic: "conversations.replied",
    recipients: [{ user: "amina", as: "assignee" }],
    actor: { name: "Dr. Ann Declercq" },
    subject: CONVERSATION,
    data: { message: "Noted for the driver: gate 4, ask for Ann. Thank you!" },
  }),
  live("crm", {
    topic: "general.approval_requested",
    recipients: [{ user: "ingrid", as: "approver" }],
    actor: { user: "maarten" },
    subject: record("request", "A-432", "Discount 12 %, Noordkade Scheepswerf"),
    data: {
      ...euros("amount", 5544),
      comment: "All three sites and 24 months in return. Joris waits with the contract.",
    },
  }),
  live("signing", {
    topic: "general.document_viewed",
    recipients: [JORIS],
    actor: { name: "Karin Boonstra" },
    subject: QUOTE,
    data: { pages: 6, duration: "9 minutes" },
  }),
  live("crm", {
    topic: "tickets.status_changed",
    recipients: [AMINA, { user: "linnea", as: "follower" }],
    actor: { user: "agnes" },
    subject: TICKET,
    data: { status: "Waiting for supplier", previous_status: "In progress", priority: "High" },
  }),
  live("crm", {
    topic: "deals.stage_changed",
    recipients: [JORIS, MAARTEN],
    actor: { name: "Signport" },
    subject: DEAL,
    data: { stage: "Contract sent", previous_stage: "Negotiation", ...euros("value", 46_200) },
  }),
  live("books", {
    topic: "payments.received",
    recipients: [{ user: "ingrid" }, { user: "tomasz" }],
    subject: record("payment", "P-9924", "Invoice 20491, Vindmark Service"),
    data: euros("amount", 7280),
  }),
  live("signing", {
    topic: "quotes.signed",
    recipients: [JORIS],
    actor: { name: "Karin Boonstra" },
    subject: QUOTE,
    data: euros("amount", 46_200),
  }),
  live("crm", {
    topic: "exports.ready",
    recipients: [{ user: "amina", as: "creator" }],
    actor: { user: "amina" },
    subject: record("job", "export-serials", "Serials 0412 to 0480.csv"),
    data: { status: "success", rows: 69, file_url: fileUrl("Serials 0412 to 0480.csv") },
  }),
  live("crm", {
    topic: "deals.stage_changed",
    recipients: [JORIS, MAARTEN, { user: "ingrid", as: "follower" }],
    actor: { name: "Signport" },
    subject: DEAL,
    data: { stage: "Won", previous_stage: "Contract sent", ...euros("value", 46_200) },
  }),
  live("crm", {
    topic: "orders.won",
    recipients: [{ group: "sales", as: "team" }],
    actor: { user: "joris" },
    subject: record("order", "FP-25301", "FP-25301 for Noordkade Scheepswerf"),
    data: { ...euros("value", 46_200), probability: 100, customer: "Noordkade Scheepswerf" },
  }),
  live("crm", {
    topic: "tickets.mentioned",
    recipients: [{ user: "amina", as: "mentioned" }],
    actor: { user: "nils" },
    subject: TICKET,
    data: { comment: "@Amina certificates for all 69 arrived, they are in the project folder. You can close it." },
  }),
  live("warehouse", {
    topic: "apps.message",
    recipients: [{ user: "joris" }, { user: "ewa" }],
    subject: record("order", "FP-25301", "FP-25301"),
    data: {
      title: "FP-25301 is being packed in Rotterdam",
      message: "214 pieces on three pallets, pick-up tomorrow at 7:30.",
    },
  }),
  live("forms", {
    topic: "surveys.support_submitted",
    recipients: [AMINA],
    actor: { name: "Kjell Myhre" },
    subject: record("survey", "after-support", "After-support survey"),
    data: { score: 10, comment: "All certificates within a day. Thank you!" },
  }),
];
