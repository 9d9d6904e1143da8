/** Where somebody signed in from: the device in words, and the address. */
export interface SignInPlace {
  device: string;
  address: string;
}

/**
 * Whether a sign-in comes from a device or a place that the person never used, and which of the two is new. The first
 * of all is familiar: there is nothing to compare it with.
 */
export function unfamiliar(
  here: SignInPlace,
  before: readonly SignInPlace[],
): { device: boolean; place: boolean } | null {
  if (before.length === 0) return null;
  const device = !before.some((one) => one.device === here.device);
  const place = !before.some((one) => networkOf(one.address) === networkOf(here.address));
  return device || place ? { device, place } : null;
}

/** The network of an address: providers move their customers within it. /24 of IPv4, /48 of IPv6. */
export function networkOf(address: string): string {
  const plain = address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, "");
  if (plain === "::1" || plain.startsWith("127.")) return "this machine";
  if (!plain.includes(":")) return plain.split(".").slice(0, 3).join(".");
  const [head = "", tail] = plain.split("::");
  const groups = head.split(":").filter(Boolean);
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(":").filter(Boolean).length;
  return [...groups, ...Array(missing).fill("0")].slice(0, 3).join(":");
}
