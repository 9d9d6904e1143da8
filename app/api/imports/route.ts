import { MOST_BYTES } from "@/lib/core/people-file";
import { ownRoute } from "@/lib/http/own-route";
import { checkImport } from "@/lib/usecases/transfers/check-import";

/** A file of people to look at, as it is; its name comes percent-encoded in a header. */
export const POST = ownRoute(checkImport, {
  status: 201,
  maxBytes: MOST_BYTES,
  mediaTypes: ["text/csv"],
  text: true,
  inputOf: ({ headers }, body) => ({ ...(body as object), fileName: decoded(headers.get("x-file-name") ?? "") }),
});

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
