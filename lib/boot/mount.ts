import type { RequestListener } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Endpoint } from "@/lib/http/endpoint";

/**
 * An endpoint on node:http, without Next. Its reply is written in its parts: a `Response` with its stream would cost
 * more than accepting an event does. `paramsOf` finds the parts of the path that its route file names.
 */
export function mount(
  endpoint: Endpoint,
  paramsOf: (url: string) => Record<string, string | undefined> = () => ({}),
): RequestListener {
  return getRequestListener(
    async (request, { incoming, outgoing }) => {
      const reply = await endpoint.reply(request, { params: Promise.resolve(paramsOf(incoming.url ?? "")) });
      if (reply instanceof Response) return reply;
      const { status, headers, body } = reply;
      if (body !== null) headers["content-length"] = String(Buffer.byteLength(body));
      outgoing.writeHead(status, headers);
      if (body === null) outgoing.end();
      else outgoing.end(body);
      return RESPONSE_ALREADY_SENT;
    },
    { overrideGlobalObjects: false },
  );
}
