import { type Algorithm, hash, parseOptions, verify } from "@node-rs/argon2";
import { inHashTurn } from "./hash-turns";

// The package declares its names of the algorithms, but does not export them.
const ARGON2ID = 2 as Algorithm.Argon2id;

/** OWASP's first choice (S16): 19 MiB, two passes, one lane; 14 ms off the event loop. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Of a random password that nobody has: who has no account costs as much work as who has one (S17). */
const NOBODYS = "$argon2id$v=19$m=19456,t=2,p=1$EpWAof4BmDtewHa+wS9Bzw$5luRvyChiwIgAVRBP/TBkLhi7W3p8zsLGEBBLH3gLm8";

/** The password as it is stored: `$argon2id$v=19$m=19456,t=2,p=1$…`. */
export function hashPassword(password: string): Promise<string> {
  return inHashTurn(() => hash(password.normalize("NFKC"), { algorithm: ARGON2ID, ...COST }));
}

/** Whether `password` is the one stored. Without a stored one the answer is no, after the same work. */
export async function verifyPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  const matches = await inHashTurn(() => verify(stored ?? NOBODYS, password.normalize("NFKC")));
  return matches && typeof stored === "string";
}

/** Whether a hash was made more cheaply than one is made today: make it anew when its owner next signs in. */
export function isOutdated(stored: string): boolean {
  const { algorithm, memoryCost, timeCost, parallelism } = parseOptions(stored);
  return (
    algorithm !== ARGON2ID || memoryCost < COST.memoryCost || timeCost < COST.timeCost || parallelism < COST.parallelism
  );
}
