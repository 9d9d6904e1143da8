import { euros, fileUrl, record } from "../records";
import type { EventPost, Teller } from "../teller";

export const DEAL = record("deal", 4211, "Winter workwear, Noordkade Scheepswerf");
export const TICKET = record("ticket", 18_354, "#18354 Certificate for harness batch missing");
export const CONVERSATION = record("conversation", 70_372, "Delivery before the holidays? (Kliniek Leiestroom)");

/** The last hours before the demo starts, at whatever hour that is: something waits for everybody who looks first. */
export function today({ start, tell }: Teller): void {
  const ago = (minutes: number, app: Parameters<typeof tell>[1], event: EventPost) =>
    tell(new Date(start.getTime() - minutes * 60_000), app, event);

  ago(236, "crm", {
    topic: "exports.ready",
    recipients: [{ user: "amina", as: "creator" }],
    subject: record("job", "export-open-tickets", "Open tickets, harness H-77.xlsx"),
    data: { status: "success", rows: 64, file_url: fileUrl("Open tickets, harness H-77.xlsx") },
  });
  ago(214, "signing", {
    topic: "quotes.signed",
    recipients: [{ user: "joris", as: "owner" }],
    actor: { name: "Ilse Goethals" },
    subject: record("quote", "Q-1240", "Quote Q-1240, Schelde Chemie"),
    data: euros("amount", 23_750),
  });
  ago(203, "crm", {
    topic: "general.approval_requested",
    recipients: [{ user: "ingrid", as: "approver" }],
    actor: { user: "sander" },
    subject: record("request", "A-431", "Second packing line, hall 3"),
    data: {
      ...euros("amount", 38_900),
      due_at: new Date(start.getTime() + 2 * 86_400_000).toISOString(),
      comment: "Pays for itself in 14 months. The quote is attached.",
    },
  });
  ago(188, "crm", {
    topic: "tickets.assigned",
    recipients: [{ user: "amina", as: "assignee" }],
    actor: { user: "linnea" },
    subject: TICKET,
    data: { priority: "High", customer: "Lofoten Rederi" },
  });
  ago(171, "crm", {
    topic: "deals.stage_changed",
    recipients: [
      { user: "joris", as: "owner" },
      { user: "maarten", as: "follower" },
    ],
    actor: { name: "Karin Boonstra" },
    subject: DEAL,
    data: { stage: "Negotiation", previous_stage: "Quote sent", ...euros("value", 46_200) },
  });
  ago(160, "crm", {
    topic: "imports.finished",
    recipients: [{ user: "joris", as: "creator" }],
    actor: { user: "joris" },
    subject: record("job", "import-fair", "Visitors of the Herning fair.csv"),
    data: { status: "failure", progress: 0.35, error: "Column “email” is empty from row 212 on." },
  });
  ago(149, "books", {
    topic: "payments.received",
    recipients: [{ user: "ingrid" }, { user: "tomasz" }],
    subject: record("payment", "P-9911", "Invoice 20488, Göta Hamnbolag"),
    data: euros("amount", 18_640),
  });
  ago(131, "books", {
    topic: "apps.callback",
    recipients: [
      { user: "ingrid", as: "creator" },
      { user: "maarten", as: "owner" },
    ],
    subject: record("job", "price-sync", "the price comparison with last year"),
    data: { status: "failure", progress: 0.8, error: "Fortnox closed the connection. It tries again within the hour." },
  });
  ago(117, "crm", {
    topic: "conversations.replied",
    recipients: [{ user: "amina", as: "assignee" }],
    actor: { name: "Dr. Ann Declercq" },
    subject: CONVERSATION,
    data: { message: "Wednesday is fine. Could the driver ring before? The gate is closed after four." },
  });
  ago(96, "crm", {
    topic: "deals.mentioned",
    recipients: [{ user: "joris", as: "mentioned" }],
    actor: { user: "maarten" },
    subject: DEAL,
    data: { comment: "@Joris they will ask for 30 days. Fine with me if they take all three sites." },
  });
  ago(88, "crm", {
    topic: "comments.mentioned",
    recipients: [{ user: "maarten", as: "mentioned" }],
    actor: { user: "elif" },
    subject: record("deal", 4213, "Fall protection refit, Norrsken Gruv"),
    data: { comment: "@Maarten Kiruna wants a visit before they sign. May I fly up with Henrik?" },
  });
  ago(74, "warehouse", {
    topic: "apps.issue",
    recipients: [{ user: "amina" }, { user: "ewa" }, { user: "nils" }],
    subject: record("return", "R-2204", "return R-2204"),
    data: { message: "The label was scanned in Rotterdam, but the box holds another customer's jackets." },
  });
  ago(61, "crm", {
    topic: "tickets.mentioned",
    recipients: [{ user: "amina", as: "mentioned" }],
    actor: { user: "agnes" },
    subject: TICKET,
    data: { comment: "@Amina the batch list is in the project folder, page 3. Serial 0412 to 0480 are affected." },
  });
  ago(47, "crm", {
    topic: "exports.ready",
    recipients: [{ user: "ingrid", as: "creator" }],
    actor: { user: "ingrid" },
    subject: record("job", "export-board", "Board report, last quarter.pdf"),
    data: { status: "success", rows: 24, file_url: fileUrl("Board report, last quarter.pdf") },
  });
  ago(38, "crm", {
    topic: "exports.ready",
    recipients: [{ user: "maarten", as: "creator" }],
    actor: { user: "maarten" },
    subject: record("job", "export-forecast", "Forecast by seller.xlsx"),
    data: { status: "success", rows: 312, file_url: fileUrl("Forecast by seller.xlsx") },
  });
  ago(26, "crm", {
    topic: "tasks.due",
    recipients: [{ user: "joris", as: "assignee" }],
    subject: record("task", 9561, "Send the revised quote, Noordkade Scheepswerf"),
    data: { due_at: new Date(start.getTime() - 25 * 60_000).toISOString() },
  });
  ago(19, "crm", {
    topic: "orders.won",
    recipients: [{ group: "sales", as: "team" }],
    actor: { user: "signe" },
    subject: record("order", "FP-25288", "FP-25288 for Lofoten Rederi"),
    data: { ...euros("value", 31_400), probability: 100, customer: "Lofoten Rederi" },
  });
  ago(12, "crm", {
    topic: "deals.mentioned",
    recipients: [{ user: "ingrid", as: "mentioned" }],
    actor: { user: "maarten" },
    subject: DEAL,
    data: { comment: "@Ingrid their director asks whether you could join the signing in Vlissingen." },
  });
  // The stream takes it on from here.
  ago(7, "books", {
    topic: "apps.callback",
    recipients: [{ user: "ingrid", as: "creator" }],
    subject: record("job", "year-sync", "the sync of 12,400 vouchers"),
    update_key: "year-sync",
    data: { status: "running", progress: 0.62, message: "7,688 of 12,400 so far." },
  });
  ago(3, "crm", {
    topic: "conversations.assigned",
    recipients: [{ user: "amina", as: "assignee" }],
    actor: { user: "linnea" },
    subject: record("conversation", 70_373, "Which glove for handling brine? (Tromsø Fiskeeksport)"),
    data: { from: "Ragnhild Berg", message: "Ours go stiff below minus ten, and the crew takes them off." },
  });
}
