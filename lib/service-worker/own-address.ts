const HOME = "/inbox";

/**
 * Where a push leads: an address of ours, whole. Whatever else it names, such as another site or another scheme, leads
 * home instead (S33).
 */
export function ownAddress(wanted: unknown, origin: string): string {
  const home = origin + HOME;
  if (typeof wanted !== "string" || wanted === "" || !URL.canParse(wanted, origin)) return home;
  const url = new URL(wanted, origin);
  const isOurs = url.origin === origin && /^https?:$/.test(url.protocol) && !url.username && !url.password;
  return isOurs && !/^\/+(api|_next)(\/|$)/.test(url.pathname) ? url.href : home;
}
