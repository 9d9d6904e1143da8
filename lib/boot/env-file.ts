import { existsSync } from "node:fs";
import { readSecretFiles } from "./secret-files";

// First of all imports: which dialect the database speaks is read from the environment when `db` loads.
if (existsSync(".env")) process.loadEnvFile(".env");
// What is wrong with them, `checkedEnv` finds and says.
readSecretFiles(process.env);
