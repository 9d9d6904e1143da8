import { type Credentials, isSame, signSubscription } from "./signature";

/** Channel names as Pusher allows them: at most 164 of these characters. */
export const CHANNEL_NAME = /^[\w\-=@,.;]{1,164}$/;

export type Admission = { admitted: true } | { admitted: false; status: number; error: string };

/** Whether a socket may join a channel. A private one wants our signature over this very socket id (S22). */
export function admit(
  credentials: Credentials,
  wish: { socketId: string; channel: string; auth: string; joined: number; maxJoined: number },
): Admission {
  if (!CHANNEL_NAME.test(wish.channel)) return refused(400, "This is no channel name.");
  if (wish.channel.startsWith("presence-")) return refused(400, "Presence channels are not offered.");
  if (wish.joined >= wish.maxJoined) return refused(400, `A socket may join ${wish.maxJoined} channels.`);
  if (!wish.channel.startsWith("private-")) return { admitted: true };
  const expected = signSubscription(credentials, wish.socketId, wish.channel);
  return isSame(wish.auth, expected) ? { admitted: true } : refused(401, "The signature does not fit.");
}

function refused(status: number, error: string): Admission {
  return { admitted: false, status, error };
}
