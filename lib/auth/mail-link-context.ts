import type { Runtime } from "@/lib/runtime";
import type { Context } from "@/lib/usecases/context";
import { clientAddress } from "./client-address";
import type { MailLink } from "./mail-token";
import { openMailLink } from "./open-mail-link";
import { systemContext } from "./system-context";

/** Belfry acting for who holds a mail's one-click link, without a sign-in (S25); null when we did not sign it. */
export async function mailLinkContext(
  token: string,
  from: Headers,
  made: Runtime,
): Promise<{ ctx: Context; link: MailLink } | null> {
  const opened = await openMailLink(made.db, token);
  if (!opened) return null;
  const { workspaceId, ...link } = opened;
  return { ctx: systemContext(made, workspaceId, clientAddress(from)), link };
}
