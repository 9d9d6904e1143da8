/**
 * Whether a request was made by a page of this site (S6): `Origin` is the configured address, or the browser itself
 * says so. Nothing else of the request is believed, such as X-Forwarded-Host; silence is a no.
 */
export function isOwnOrigin(headers: Headers, publicUrl: string): boolean {
  if (headers.get("sec-fetch-site") === "same-origin") return true;
  return headers.get("origin") === new URL(publicUrl).origin;
}
