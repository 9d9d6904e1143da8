/** The columns of a file of people, those of the API (api.md, section 2); only `id` must be there. */
export const PEOPLE_COLUMNS = ["id", "email", "name", "role", "time_zone", "locale", "permissions", "active"] as const;
type Column = (typeof PEOPLE_COLUMNS)[number];

/** A row as it was read: what is not there leaves the person as they are. */
export type PersonCells = Partial<Record<Column, unknown>>;

/** What is wrong in a row, and how to mend it. `column` is null where it is the row as a whole. */
export interface ImportFault {
  column: string | null;
  detail: string;
}

export const MOST_ROWS = 50_000;
/** Of a file that is read in. */
export const MOST_BYTES = 5 * 1024 * 1024;

/** How each column is mended. */
const MENDS: Readonly<Record<Column, string>> = {
  id: "Give an id of 1 to 128 characters, without emoji.",
  email: "Use an email address, such as ada@example.com.",
  name: "Use a name of at most 200 characters.",
  role: "Use member, admin or super_admin.",
  time_zone: "Use a time zone of the IANA list, such as Europe/Amsterdam.",
  locale: "Use a language tag, such as en or sv-SE.",
  permissions: "Use at most 200 permissions of at most 120 characters, divided by commas.",
  active: "Use yes or no.",
};

/** What is wrong in one column, and how to mend it. */
export function columnFault(column: string): ImportFault {
  return { column, detail: MENDS[column as Column] ?? "Mend this." };
}

/** Which column of ours each column of a file is; or what is wrong with its first row. */
export function readHead(cells: readonly string[]): { columns: Column[] } | { fault: string } {
  const names = cells.map((cell) =>
    cell
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, "_"),
  );
  const known = new Set<string>(PEOPLE_COLUMNS);
  const unknown = names.find((name) => !known.has(name));
  const all = PEOPLE_COLUMNS.join(", ");
  if (unknown !== undefined) {
    return { fault: `The first row names the columns, and “${unknown.slice(0, 40)}” is none of them: ${all}.` };
  }
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined) return { fault: `The column ${twice} is there twice. Remove one of them.` };
  if (!names.includes("id")) return { fault: "The column id is missing: it says whom a row is about." };
  return { columns: names as Column[] };
}

/** One row: what it says, where a cell says something; or that it has not as many cells as the first row. */
export function readCells(columns: readonly Column[], cells: readonly string[]): PersonCells | ImportFault {
  if (cells.length > columns.length && cells.slice(columns.length).some((cell) => cell.trim() !== "")) {
    const detail = `This row has ${cells.length} cells, and the first row ${columns.length}. Put text with commas in quotes.`;
    return { column: null, detail };
  }
  const read: PersonCells = {};
  for (const [at, column] of columns.entries()) {
    const text = plain((cells[at] ?? "").trim());
    if (text !== "") read[column] = cellValue(column, text);
  }
  return read;
}

/** Whether a row could not be read. */
export function isFault(read: PersonCells | ImportFault): read is ImportFault {
  return "column" in read;
}

function cellValue(column: Column, text: string): unknown {
  if (column === "permissions") return text.split(",").flatMap((one) => one.trim() || []);
  if (column === "role") return text.toLowerCase().replace(/[\s-]+/g, "_");
  if (column === "active") return YES_OR_NO[text.toLowerCase()] ?? text;
  return text;
}

const YES_OR_NO: Readonly<Record<string, boolean>> = {
  yes: true,
  no: false,
  true: true,
  false: false,
  1: true,
  0: false,
};

/** Without the quote that our own files put before what a spreadsheet would run. */
function plain(text: string): string {
  return /^'[=+\-@＝＋－＠]/.test(text) ? text.slice(1) : text;
}
