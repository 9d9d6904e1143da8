import path from "node:path";
import { pathToFileURL } from "node:url";

/**
 * Goes on as the bundled program `dist/<name>.js` in this very process, as a shell's `exec` would: signals,
 * exit codes (78 stays 78) and even SIGKILL meet the program itself, with no runner in between.
 */
export async function runHere(name, args) {
  const program = path.resolve("dist", `${name}.js`);
  process.argv = [process.argv[0], program, ...args];
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(program).href);
}
