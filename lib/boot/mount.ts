import type { RequestListener } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Endpoint } from "@/lib/http/endpoint";
import { pack } from "./pack";

export interface MountOptions {
  /** Finds the parts of the path that the endpoint's route file names. */
  paramsOf?(url: string): Record<string, string | undefined>;
  /** For who can take it, as Next does for its own: for long answers to browsers. */
  packed?: true;
}

/**
 * An endpoint on node:http, without Next. Its reply is written in its parts: a `Response` with its stream would cost
 * more than accepting an event does.
 */
export function mount(endpoint: Endpoint, { paramsOf, packed }: MountOptions = {}): RequestListener {
  return getRequestListener(
    async (request, { incoming, outgoing }) => {
      const params = paramsOf && Promise.resolve(paramsOf(incoming.url ?? ""));
      const reply = await endpoint.reply(request, { params });
      if (reply instanceof Response) return reply;
      const { status, headers } = reply;
      const body = packed ? await pack(reply, incoming.headers["accept-encoding"]) : reply.body;
      if (body !== null) headers["content-length"] = String(Buffer.byteLength(body));
      outgoing.writeHead(status, headers);
      if (body === null) outgoing.end();
      else outgoing.end(body);
      return RESPONSE_ALREADY_SENT;
    },
    { overrideGlobalObjects: false },
  );
}
