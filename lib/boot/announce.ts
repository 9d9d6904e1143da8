import type { Runtime } from "@/lib/runtime";
import { prepareWorkspace } from "./first-run";

/** Readies the workspace. Answers what to print once the port is open: where Belfry is, and the one-time setup link. */
export async function announce(made: Runtime): Promise<(address: string) => void> {
  const { setupLink } = await prepareWorkspace(made);
  return (address) => {
    process.stdout.write(`\nBelfry is ready: ${address}\n`);
    if (setupLink)
      process.stdout.write(`Nobody runs it yet. Open this link once to become its super admin:\n${setupLink}\n`);
    process.stdout.write("\n");
  };
}
