import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Reply } from "@/lib/http/reply";

/** Below this it gains nothing; characters. */
const SHORT = 1024;

const packed = promisify(gzip);

/** The body as it goes out: packed where it is long and the other side takes gzip, which the headers then say. */
export async function pack({ headers, body }: Reply, accepted: string | string[] | undefined) {
  if (body === null || body.length < SHORT) return body;
  headers.vary = "accept-encoding";
  if (!/\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(String(accepted))) return body;
  headers["content-encoding"] = "gzip";
  return packed(body);
}
