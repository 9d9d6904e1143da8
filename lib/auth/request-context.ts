import { newId } from "@/lib/ids";
import { dismisserFor } from "@/lib/realtime/dismisser";
import { tellerFor } from "@/lib/realtime/teller";
import type { Runtime } from "@/lib/runtime";
import type { UserContext } from "@/lib/usecases/context";
import { clientAddress } from "./client-address";
import { type LiveSession, sessionOf } from "./session";

/** Who is signed in by the cookie of `request`, for route handlers; null when nobody is. */
export async function requestUserContext(request: Request, made: Runtime): Promise<UserContext | null> {
  const live = await sessionOf(request.headers.get("cookie"), made);
  return live && contextOf(live, request.headers, made);
}

/** The context of a live session: who acts is its person, as they are now. `from` are the headers of the request. */
export function contextOf({ session, user, workspace }: LiveSession, from: Headers, made: Runtime): UserContext {
  return {
    workspaceId: workspace.id,
    actor: {
      kind: "user",
      id: user.id,
      name: user.name,
      role: user.role,
      timeZone: user.timeZone ?? workspace.timeZone,
      sessionId: session.id,
    },
    db: made.db,
    now: made.clock.now(),
    newId,
    address: clientAddress(from),
    wake: made.wake,
    channels: made.channels,
    tell: tellerFor(made, workspace.id),
    dismiss: dismisserFor(made, workspace.id),
    activeWindowSeconds: made.env.ACTIVE_WINDOW_SECONDS,
    secret: made.authSecret,
  };
}
