/** The request header in which server.ts says who is at the other end, after deleting whatever came under that name. */
const ADDRESS_HEADER = "x-belfry-address";

/** Of the client, from the socket or from a set number of trusted hops (S15); empty when nobody said. */
export function clientAddress(headers: Headers): string {
  return headers.get(ADDRESS_HEADER) ?? "";
}
