import type { Belfry } from "./start-belfry";

/** The people whom the benchmarks tell: `person-0` and so on. */
export const PEOPLE = 50;

/** A key that may do everything, and the people. */
export async function makeCompany(belfry: Belfry, people = PEOPLE): Promise<string> {
  const scopes = "events:write,events:read,directory:write,notifications:read";
  const { key = "" } = await belfry.cli("api-key", "create", "--name", "Bench", "--scopes", scopes);
  for (let n = 0; n < people; n++) {
    const body = JSON.stringify({ email: `person-${n}@example.com`, name: `Person ${n}` });
    const answer = await fetch(`http://127.0.0.1:${belfry.port}/api/v1/users/person-${n}`, {
      method: "PUT",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body,
    });
    if (!answer.ok) throw new Error(`A person was not made: ${answer.status} ${await answer.text()}`);
  }
  return key;
}
