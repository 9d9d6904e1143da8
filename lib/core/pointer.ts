/** The JSON Pointer (RFC 6901) to a place in a body: `["events", 3, "a/b"]` is `/events/3/a~1b`, the root is "". */
export function pointer(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
