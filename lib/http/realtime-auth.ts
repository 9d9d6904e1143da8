import { AppError } from "@/lib/app-error";
import { requestUserContext } from "@/lib/auth/request-context";
import { channelOf } from "@/lib/realtime/signal";
import { runtime } from "@/lib/runtime";
import { readText } from "./body";
import { isOwnOrigin } from "./origin";
import { refuse } from "./refuse";
import { PRIVATE } from "./reply";
import { requestIdOf } from "./request-id";

const FORM = { maxBytes: 4096, mediaTypes: ["application/x-www-form-urlencoded"] };

/**
 * Lets a tab listen to its person's own channel and to no other (S22). Takes a form as pusher-js posts it; nothing of it
 * is read before it is known who asks.
 */
export async function realtimeAuth(request: Request): Promise<Response> {
  const requestId = requestIdOf(request.headers);
  try {
    const own = await ownChannel(request);
    const form = await readForm(request);
    const socketId = form.get("socket_id") ?? "";
    if (form.get("channel_name") !== own || !/^\d+\.\d+$/.test(socketId)) throw notYours();
    const headers = { "x-request-id": requestId, ...PRIVATE };
    return Response.json(runtime().realtime.authorize(socketId, own), { headers });
  } catch (error) {
    return refuse(error, requestId);
  }
}

async function ownChannel(request: Request): Promise<string> {
  const made = runtime();
  const ctx = isOwnOrigin(request.headers, made.publicUrl) ? await requestUserContext(request, made) : null;
  if (!ctx) throw notYours();
  return channelOf(ctx.workspaceId, ctx.actor.id);
}

async function readForm(request: Request): Promise<URLSearchParams> {
  if (!request.headers.has("content-length")) {
    throw new AppError("too_large", "Send a short body with its Content-Length.");
  }
  return new URLSearchParams(await readText(request, FORM));
}

function notYours(): AppError {
  return new AppError("forbidden", "This channel is not yours to listen to.");
}
