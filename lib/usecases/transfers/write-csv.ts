import { stringify } from "csv-stringify/sync";
import type { listForFile } from "@/db/queries/people";
import { PEOPLE_COLUMNS } from "@/lib/core/people-file";

type Person = Awaited<ReturnType<typeof listForFile>>[number];

/** The first line of a file of people. */
export function headOfFile(): string {
  return csv([[...PEOPLE_COLUMNS]]);
}

/** People as lines of a file (RFC 4180), in the columns that an import takes. What a spreadsheet would run is quoted. */
export function linesOf(people: readonly Person[]): string {
  return csv(
    people.map(({ id, email, name, role, timeZone, locale, permissions, deactivatedAt }) => [
      id,
      email,
      name,
      role,
      timeZone ?? "",
      locale ?? "",
      permissions.join(","),
      deactivatedAt ? "no" : "yes",
    ]),
  );
}

/** Rows as lines of a file (RFC 4180). */
export function csv(rows: string[][]): string {
  return stringify(rows, { record_delimiter: "\r\n", escape_formulas: true, quoted_match: /[\r\n]/ });
}
