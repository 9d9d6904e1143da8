import { headers } from "next/headers";
import { runtime } from "@/lib/runtime";
import type { Context } from "@/lib/usecases/context";
import { clientAddress } from "./client-address";
import { findSetup } from "./find-setup";
import { systemContext } from "./system-context";

/** Belfry acting for who holds the setup link; null when the link opens nothing (S35). */
export async function setupContext(token: unknown): Promise<Context | null> {
  if (typeof token !== "string" || token === "" || token.length > 200) return null;
  const workspaceId = await findSetup(runtime().db, token);
  return workspaceId ? systemContext(runtime(), workspaceId, clientAddress(await headers())) : null;
}
