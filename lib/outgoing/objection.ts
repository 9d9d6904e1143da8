import { isIP } from "node:net";
import { isPublicAddress } from "./public-address";

export const INSIDE = "This address is inside a private network.";

/** Why an address is refused whatever its name leads to (S10), as a sentence for its owner; null when it may be tried. */
export function objection(address: string, allowPrivate: boolean): string | null {
  if (!URL.canParse(address)) return "This is not an address.";
  const { protocol, hostname, port, username, password } = new URL(address);
  if (protocol !== "https:" && !(allowPrivate && protocol === "http:")) return "Use an https address.";
  if (username || password) return "Leave user names and passwords out of the address.";
  if (allowPrivate) return null;
  if (port !== "") return "Use the standard port of https.";
  // The parser has made each notation of an address, such as 0x7f.1 or 2130706433, the usual one.
  const literal = hostname.replace(/^\[|\]$/g, "");
  if (/(^|\.)localhost\.?$/.test(literal)) return INSIDE;
  return isIP(literal) && !isPublicAddress(literal) ? INSIDE : null;
}
