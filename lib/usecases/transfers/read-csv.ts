import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { AppError } from "@/lib/app-error";

/** Bytes that are read at once: between them others have their turn. */
const SLICE = 65_536;

/** A record of a file, and its number as a spreadsheet counts: the first is 1. */
export interface CsvRecord {
  number: number;
  cells: string[];
}

/**
 * The records of a file (RFC 4180), divided by what divides its first line: comma, semicolon or tab. Empty lines are
 * counted and left out. Throws `unprocessable` where quotes are not closed or stand within a cell.
 */
export async function* readCsv(text: string): AsyncGenerator<CsvRecord> {
  const plain = text.replace(/^\u{feff}/u, "");
  const records = Readable.from(slicesOf(plain)).pipe(parse({ delimiter: dividerOf(plain), relax_column_count: true }));
  let number = 0;
  try {
    for await (const cells of records as AsyncIterable<string[]>) {
      number += 1;
      if (cells.some((cell) => cell.trim() !== "")) yield { number, cells };
    }
  } catch (error) {
    throw error instanceof CsvError ? unreadable(error) : error;
  }
}

function* slicesOf(text: string): Generator<Buffer> {
  const bytes = Buffer.from(text);
  for (let start = 0; start < bytes.length; start += SLICE) yield bytes.subarray(start, start + SLICE);
}

function dividerOf(text: string): string {
  const line = text.split(/[\r\n]/, 1)[0] ?? "";
  const count = (divider: string) => line.split(divider).length;
  return [";", "\t"].reduce((best, one) => (count(one) > count(best) ? one : best), ",");
}

function unreadable({ code, records }: CsvError): AppError {
  // Not of those that were yielded: some of them are lost with the fault.
  const row = Number(records) + 1;
  const detail =
    code === "CSV_QUOTE_NOT_CLOSED"
      ? `A quote that opens in row ${row} or after it is never closed. Close it, and choose the file again.`
      : `Row ${row} has a quote within a cell. Put the whole cell in quotes and write each quote in it twice.`;
  return new AppError("unprocessable", detail);
}
