import { DIALECT } from "../dialect";
import { postgresKit } from "./postgres";
import { sqliteKit } from "./sqlite";

// The one place where the PostgreSQL columns pose as SQLite's: same names, same values in JavaScript, other storage.
const kit = DIALECT === "postgres" ? (postgresKit as unknown as typeof sqliteKit) : sqliteKit;

export const { table, text, int, real, bool, instant, json, index, uniqueIndex, primaryKey, foreignKey } = kit;
