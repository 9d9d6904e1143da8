import { existsSync } from "node:fs";

// First of all imports: which dialect the database speaks is read from the environment when `db` loads.
if (existsSync(".env")) process.loadEnvFile(".env");
