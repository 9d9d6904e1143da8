// Before a test file's imports: which dialect the process speaks is read from DATABASE_URL when `db` loads.
import { inject } from "vitest";

process.env.DATABASE_URL = inject("databaseUrl");
