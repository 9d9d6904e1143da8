import { BlockList, isIPv4, isIPv6 } from "node:net";

/** Not the public internet: IANA's special-purpose registries (RFC 6890 and after), multicast and reserved. */
const CLOSED_V4 = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
];
/** Within global unicast: what stands for something else, or for nobody. */
const CLOSED_V6 = ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"];

const closedV4 = listOf("ipv4", CLOSED_V4);
const closedV6 = listOf("ipv6", CLOSED_V6);
// Everything public is in here; loopback, link-local, unique local, mapped and translated addresses are not.
const globalUnicast = listOf("ipv6", ["2000::/3"]);

/** Whether a numeric address, as a resolver gives it, is one of the public internet (S10). */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !closedV4.check(address, "ipv4");
  return isIPv6(address) && globalUnicast.check(address, "ipv6") && !closedV6.check(address, "ipv6");
}

function listOf(family: "ipv4" | "ipv6", subnets: string[]): BlockList {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [net = "", prefix] = subnet.split("/");
    list.addSubnet(net, Number(prefix), family);
  }
  return list;
}
