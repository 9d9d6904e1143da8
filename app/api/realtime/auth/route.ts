import { requestUserContext } from "@/lib/auth/request-context";
import { isOwnOrigin } from "@/lib/http/origin";
import { channelOf } from "@/lib/realtime/signal";
import { runtime } from "@/lib/runtime";

/** Lets a tab listen to its person's own channel and to no other (S22). Form fields as pusher-js posts them. */
export async function POST(request: Request): Promise<Response> {
  const made = runtime();
  const ctx = isOwnOrigin(request.headers, made.publicUrl) ? await requestUserContext(request, made) : null;
  const form = new URLSearchParams(await request.text());
  const socketId = form.get("socket_id") ?? "";
  const channel = form.get("channel_name") ?? "";
  if (!ctx || channel !== channelOf(ctx.workspaceId, ctx.actor.id) || !/^\d+\.\d+$/.test(socketId)) {
    return new Response(null, { status: 403, headers: { "cache-control": "no-store" } });
  }
  return Response.json(made.realtime.authorize(socketId, channel), {
    headers: { "cache-control": "private, no-store" },
  });
}
