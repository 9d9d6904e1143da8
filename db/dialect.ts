export type Dialect = "sqlite" | "postgres";

/** One process speaks one dialect: that of `DATABASE_URL` (`file:…` or `postgres://…`). */
export const DIALECT: Dialect = dialectOf(process.env.DATABASE_URL);

export function dialectOf(url: string | undefined): Dialect {
  return url?.startsWith("postgres:") || url?.startsWith("postgresql:") ? "postgres" : "sqlite";
}
