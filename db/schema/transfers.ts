import { sql } from "drizzle-orm";
import type { ImportFault, PersonCells } from "../../lib/core/people-file";
import type { PeopleSelection } from "../../lib/core/transfer";
import type { WorkspaceId } from "../../lib/core/workspace";
import { index, instant, int, json, primaryKey, table, text } from "../columns/kit";
import { ofUser } from "./directory";

/** What every import and export has: whose it is, and how it stands. Also the queue: the worker moves what has not ended. */
const job = () => ({
  id: text("id").primaryKey(),
  workspaceId: text("workspace_id").$type<WorkspaceId>().notNull(),
  /** Who asked for it: nobody else sees it (R61, R62). */
  userId: text("user_id").notNull(),
  /** From where, for the audit. */
  address: text("address").notNull(),
  fileName: text("file_name").notNull(),
  createdAt: instant("created_at").notNull(),
  endedAt: instant("ended_at"),
  /** Why it ended without its end, in words. */
  fault: text("fault"),
  /** How often in a row the worker could not move it. */
  failures: int("failures").notNull().default(0),
});

/** A file of people: read and checked at once, brought in by the worker after its maker said so. */
export const peopleImports = table(
  "people_imports",
  {
    ...job(),
    /** Rows of the file; how many of them have faults and stay out; how many of the others are of new people. */
    rows: int("rows").notNull().default(0),
    faulty: int("faulty").notNull().default(0),
    fresh: int("fresh").notNull().default(0),
    /** When the whole file was read: before that there is nothing to look at. */
    checkedAt: instant("checked_at"),
    startedAt: instant("started_at"),
    /** When its maker stopped it on the way. */
    stoppedAt: instant("stopped_at"),
    /** The row that was brought in last, and what became of those until there: moved on in the transaction of each chunk. */
    cursor: int("cursor").notNull().default(0),
    done: int("done").notNull().default(0),
    created: int("created").notNull().default(0),
    updated: int("updated").notNull().default(0),
    refused: int("refused").notNull().default(0),
  },
  (t) => [
    index("people_imports_list").on(t.workspaceId, t.userId, t.id),
    index("people_imports_due").on(t.id).where(sql`started_at is not null and ended_at is null`),
    ofUser("people_imports_maker", t),
  ],
);

/** A row of a file until it is brought in; those with faults stay, and say no more than what is wrong. */
export const importRows = table(
  "import_rows",
  {
    importId: text("import_id")
      .notNull()
      .references(() => peopleImports.id, { onDelete: "cascade" }),
    /** As a spreadsheet counts: the first row of people is 2. */
    number: int("number").notNull(),
    workspaceId: text("workspace_id").$type<WorkspaceId>().notNull(),
    /** Whom it is about; null where it has faults. */
    userId: text("user_id"),
    email: text("email"),
    cells: json("cells").$type<PersonCells>(),
    faults: json("faults").$type<readonly ImportFault[]>(),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.number] }),
    index("import_rows_person").on(t.workspaceId, t.userId),
    index("import_rows_address").on(t.workspaceId, t.email),
  ],
);

/** A file of people that the worker writes, kept for a week. */
export const peopleExports = table(
  "people_exports",
  {
    ...job(),
    selection: json("selection").$type<PeopleSelection>().notNull(),
    /** How many people it was for when it was asked for; how many are in the file by now, and its bytes. */
    total: int("total").notNull(),
    rows: int("rows").notNull().default(0),
    bytes: int("bytes").notNull().default(0),
    /** The id of who was written last. */
    cursor: text("cursor").notNull().default(""),
    expiresAt: instant("expires_at"),
  },
  (t) => [
    index("people_exports_list").on(t.workspaceId, t.userId, t.id),
    index("people_exports_due").on(t.id).where(sql`ended_at is null`),
    ofUser("people_exports_maker", t),
  ],
);

/** The file, in the pieces that were written at once. */
export const exportParts = table(
  "export_parts",
  {
    exportId: text("export_id")
      .notNull()
      .references(() => peopleExports.id, { onDelete: "cascade" }),
    number: int("number").notNull(),
    text: text("text").notNull(),
  },
  (t) => [primaryKey({ columns: [t.exportId, t.number] })],
);
