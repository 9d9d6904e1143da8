import { createHmac } from "node:crypto";
import type { Tx } from "@/db/database";
import { suppressedAddresses } from "@/db/queries/suppressions";
import type { WorkspaceId } from "@/lib/core/workspace";

interface Installation {
  /** Of this installation. */
  secret: string;
  workspaceId: WorkspaceId;
}

/** What is kept of an address once its person is erased: it can be known again, and not be read (S28). */
export function hiddenAddress({ secret, workspaceId }: Installation, address: string): string {
  const mark = createHmac("sha256", secret).update(`belfry address\n${workspaceId}\n${address}`).digest("base64url");
  return `hidden:${mark}`;
}

/** Those of the addresses that no mail is sent to, also where only their mark is left. */
export async function suppressedAmong(
  tx: Tx,
  installation: Installation,
  addresses: readonly string[],
): Promise<Set<string>> {
  if (addresses.length === 0) return new Set();
  const known = new Map(addresses.map((address) => [hiddenAddress(installation, address), address]));
  const asked = [...addresses, ...known.keys()];
  const suppressed = await suppressedAddresses(tx, installation.workspaceId, "email", asked);
  return new Set([...suppressed].map((address) => known.get(address) ?? address));
}
