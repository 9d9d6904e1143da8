/** Tells the person at the terminal how far the set-up is. On stderr: stdout belongs to the command (`--json`). */
export function say(line) {
  process.stderr.write(`${line}\n`);
}
