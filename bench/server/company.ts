import { callApi } from "./call-api";
import { makeKey } from "./make-key";
import type { Belfry } from "./start-belfry";

/** The people whom the benchmarks tell: `person-0` and so on. */
export const PEOPLE = 50;

/** The people, and a key that may do everything. */
export async function makeCompany(belfry: Belfry): Promise<string> {
  const key = await makeKey(belfry, "events:write,events:read,directory:write,notifications:read");
  for (let n = 0; n < PEOPLE; n++) {
    const person = { email: `person-${n}@example.com`, name: `Person ${n}` };
    await callApi(belfry, key, ["PUT", `/users/person-${n}`], person);
  }
  return key;
}
