import { type Column, type SQL, sql } from "drizzle-orm";

/** Where a column says these words as they stand; SQLite takes capitals of ASCII for small letters too. */
export function holds(column: Column | SQL, words: string): SQL {
  return isLike(sql`cast(${column} as text)`, words);
}

/** The same for what is text already: read from an index where one covers it. */
export function isLike(text: Column | SQL, words: string): SQL {
  return sql`${text} like ${`%${words.replace(/[\\%_]/g, "\\$&")}%`} escape '\\'`;
}
