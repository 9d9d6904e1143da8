import type { Context } from "../context";
import { openCursor, sealCursor } from "../cursor";

/** A filter looks through this many rows at most before it answers with a cursor to go on from. */
const MOST = 4000;
/** How many are read at once. */
const PORTION = 200;

/** A list in its order, which an index gives, and what of it is wanted. */
interface Walked<Row> {
  /** The next rows after `from`, a position; from the start without one. */
  portion(from: string | undefined, limit: number): Promise<readonly Row[]>;
  positionOf(row: Row): string;
  isWanted(row: Row): boolean;
  /** Whether the list is past all that could be wanted. */
  isPast?(row: Row): boolean;
}

/**
 * A page of what a list's filter lets through. However rare that is, the look is bounded: a page may be short, and still
 * have a cursor to go on with, so that no filter reads a million rows at once (U24).
 */
export async function walk<Row>(
  ctx: Context,
  name: string,
  { limit, cursor }: { limit: number; cursor?: string },
  { portion, positionOf, isWanted, isPast = () => false }: Walked<Row>,
): Promise<{ rows: Row[]; nextCursor: string | null }> {
  const rows: Row[] = [];
  let from = openCursor(ctx, name, cursor);
  for (let looked = 0; looked < MOST; ) {
    const size = looked === 0 ? limit + 1 : PORTION;
    const found = await portion(from, size);
    for (const row of found) {
      if (isPast(row)) return { rows, nextCursor: null };
      if (!isWanted(row)) {
        from = positionOf(row);
        continue;
      }
      if (rows.length === limit) return { rows, nextCursor: sealCursor(ctx, name, from ?? "") };
      rows.push(row);
      from = positionOf(row);
    }
    if (found.length < size) return { rows, nextCursor: null };
    looked += found.length;
  }
  return { rows, nextCursor: from === undefined ? null : sealCursor(ctx, name, from) };
}
