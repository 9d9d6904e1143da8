import type { Belfry } from "./start-belfry";

/** An app's key with these scopes, as in `events:write,events:read`. */
export async function makeKey(belfry: Belfry, scopes: string): Promise<string> {
  const { key = "" } = await belfry.cli("api-key", "create", "--name", "Bench", "--scopes", scopes);
  return key;
}
