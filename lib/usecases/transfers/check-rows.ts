import { findNamed, type ImportedRow } from "@/db/queries/imports";
import { columnFault, type ImportFault, type PersonCells } from "@/lib/core/people-file";
import type { Context } from "../context";
import { UserInput } from "../directory/put-user";

/** A row as it was read: what its cells say, or what kept them from being read. */
export type ReadRow = { number: number } & ({ cells: PersonCells } | { fault: ImportFault });

type Person = ReturnType<typeof UserInput.parse>;
type Parsed = { number: number; person: Person } | { number: number; faults: ImportFault[] };

/** Checks the rows of one file, some at a time: what they say, against each other, and against who is there. */
export function rowChecker({ db, workspaceId }: Context, importId: string) {
  const rowOfId = new Map<string, number>();
  const rowOfEmail = new Map<string, number>();

  return async (batch: readonly ReadRow[]): Promise<{ rows: ImportedRow[]; fresh: number }> => {
    const parsed = batch.map(parseRow);
    const people = parsed.flatMap((row) => ("person" in row ? row.person : []));
    const emails = people.flatMap(({ email }) => email ?? []);
    const named = await findNamed(db.read, workspaceId, { ids: people.map(({ id }) => id), emails });
    const here = new Set(named.flatMap(({ id, isOurs }) => (isOurs ? id : [])));
    const holders = new Map(named.map((one) => [one.email, one]));
    let fresh = 0;
    const rows = parsed.map((row): ImportedRow => {
      const { number } = row;
      const faults = "faults" in row ? row.faults : [...repeats(row.person, number), ...clashes(row.person)];
      if (faults.length > 0 || !("person" in row)) {
        return { importId, workspaceId, number, faults, userId: null, email: null, cells: null };
      }
      const { id, email = null } = row.person;
      if (!here.has(id)) fresh += 1;
      return { importId, workspaceId, number, userId: id, email, cells: row.person, faults: null };
    });
    return { rows, fresh };

    function clashes({ id, email }: Person): ImportFault[] {
      if (email === undefined) {
        const detail = "This person is new: give an email address.";
        return here.has(id) ? [] : [{ column: "email", detail }];
      }
      const holder = holders.get(email);
      if (!holder || (holder.isOurs && holder.id === id)) return [];
      return [{ column: "email", detail: "Another person has this address already: use one that nobody else has." }];
    }
  };

  function repeats({ id, email }: Person, number: number): ImportFault[] {
    const faults: ImportFault[] = [];
    const before = { id: rowOfId.get(id), email: email === undefined ? undefined : rowOfEmail.get(email) };
    for (const [column, row] of Object.entries(before)) {
      if (row !== undefined) faults.push({ column, detail: `Row ${row} has the same. Keep one of them.` });
    }
    if (before.id === undefined) rowOfId.set(id, number);
    if (email !== undefined && before.email === undefined) rowOfEmail.set(email, number);
    return faults;
  }
}

function parseRow(row: ReadRow): Parsed {
  const { number } = row;
  if ("fault" in row) return { number, faults: [row.fault] };
  const parsed = UserInput.safeParse(row.cells);
  if (parsed.success) return { number, person: parsed.data };
  const columns = new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? "")));
  return { number, faults: [...columns].map(columnFault) };
}
