import { fileUrl, record } from "../records";
import type { Teller } from "../teller";
import { afterWork, everyWeek, workMoment } from "../work-time";

const EXPORTS = [
  ["maarten", "Sales pipeline", "xlsx", 412],
  ["fatima", "Open invoices", "csv", 1386],
  ["linnea", "Ticket volume by hour", "xlsx", 168],
  ["camille", "Newsletter recipients", "csv", 9240],
  ["sander", "Stock below minimum", "csv", 233],
  ["ingrid", "Board report", "pdf", 24],
] as const;

const IMPORTS = [
  ["joris", "Leads A+A Düsseldorf.csv", 318, 4],
  ["nils", "Supplier prices.xlsx", 4120, 37],
  ["camille", "Webinar guests.csv", 146, 0],
  ["ewa", "Stocktake hall 2.csv", 2764, 12],
  ["yusuf", "Bank statement.camt.xml", 688, 1],
  ["elif", "Contacts Bergslagens Stål.csv", 57, 0],
  ["amina", "Harness serial numbers.csv", 1204, 9],
] as const;

/** Exports that somebody starts each Monday, larger ones in between, and imports with what went wrong in them. */
export function files({ start, chance, tell }: Teller): void {
  for (const monday of everyWeek(start, 1, 6 * 60 + 30)) {
    for (const [user, name, kind, rows] of EXPORTS) {
      const file_name = `${name} ${monday.toISOString().slice(0, 10)}.${kind}`;
      exported(user, file_name, rows + chance.whole(-20, 60), afterWork(monday, 1, chance));
    }
  }
  for (let number = 0; number < 22; number++) {
    const user = chance.pick(["joris", "amina", "maarten", "ingrid", "sofie", "kwame", "annika", "mila", "seun"]);
    const what = chance.pick(["Contacts", "Orders", "Price list", "Tickets", "Returns", "Call log"]);
    exported(user, `${what} ${number + 11}.csv`, chance.whole(40, 2600), workMoment(start, chance));
  }
  large("daan", "All contacts.csv", 48_210);
  large("camille", "Order history since 2019.csv", 131_877);
  for (const [user, file_name, rows, errors] of IMPORTS) imported(user, file_name, rows, errors);
  rolledBack();

  function exported(user: string, file_name: string, rows: number, at: Date): void {
    const subject = record("job", `export-${file_name.replace(/\W+/g, "-").toLowerCase()}`, file_name);
    const failed = chance.maybe(0.06);
    tell(at, "crm", {
      topic: "exports.ready",
      recipients: [{ user, as: "creator" }],
      actor: { user },
      subject,
      data: failed
        ? { status: "failure", error: "The view it reads was changed meanwhile. Start it again." }
        : { status: "success", rows, file_name, file_url: fileUrl(file_name) },
    });
  }

  function large(user: string, file_name: string, rows: number): void {
    const subject = record("job", `export-${rows}`, file_name);
    const at = workMoment(start, chance);
    tell(at, "crm", {
      topic: "exports.large",
      recipients: [{ user: "ingrid" }, { user: "tomasz" }],
      actor: { user },
      subject,
      data: { file_name, rows },
    });
    exported(user, file_name, rows, afterWork(at, 0.3, chance));
  }

  function imported(user: string, file_name: string, rows: number, errors: number): void {
    const at = workMoment(start, chance);
    const subject = record("job", `import-${rows}`, file_name);
    const post = { topic: "imports.finished", recipients: [{ user, as: "creator" }], actor: { user }, subject };
    const update_key = `import-${rows}`;
    tell(at, "crm", { ...post, update_key, data: { status: "running", progress: 0.2 } });
    const end = new Date(at.getTime() + chance.whole(2, 9) * 60_000);
    tell(end, "crm", {
      ...post,
      update_key,
      data: {
        status: "success",
        progress: 1,
        rows,
        errors,
        file_url: errors ? fileUrl(`Errors in ${file_name}`) : undefined,
      },
    });
  }

  function rolledBack(): void {
    tell(workMoment(start, chance, 9, 3), "crm", {
      topic: "general.import_rollback_finished",
      recipients: [{ user: "nils", as: "creator" }],
      subject: record("job", "import-4120", "Supplier prices.xlsx"),
      data: { status: "success", rows: 4120 },
    });
  }
}
