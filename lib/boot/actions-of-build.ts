import { readFileSync } from "node:fs";

/** A server action of the build. */
export interface BuiltAction {
  id: string;
  name: string;
  /** The file that exports it: `app/(portal)/admin/groups/actions.ts`. */
  file: string;
  /** A page that offers it, with `x` for what its address names. */
  page: string;
}

/** Every server action of the build, as Next itself lists them (S1). */
export function actionsOfBuild(): BuiltAction[] {
  const { node } = JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8")) as {
    node: Record<string, { exportedName: string; filename: string; workers: Record<string, unknown> }>;
  };
  return Object.entries(node).map(([id, { exportedName: name, filename: file, workers }]) => {
    const [page = ""] = Object.keys(workers).sort();
    return { id, name, file, page: addressOf(page) };
  });
}

/** What an action answered to whoever has this cookie, called as its page would call it. */
export async function callAction(
  base: string,
  { id, page }: BuiltAction,
  { cookie, args }: { cookie?: string; args: readonly unknown[] },
): Promise<string> {
  const headers = { origin: base, "next-action": id, accept: "text/x-component", ...(cookie && { cookie }) };
  const answer = await fetch(`${base}${page}`, { method: "POST", redirect: "manual", headers, body: encoded(args) });
  return answer.text();
}

/** As React sends arguments: one text, or a form that holds the forms among them apart. */
function encoded(args: readonly unknown[]): string | FormData {
  if (!args.some((one) => one instanceof FormData)) return JSON.stringify(args);
  const form = new FormData();
  args.forEach((one, at) => {
    if (one instanceof FormData) for (const [name, value] of one) form.append(`${at}_${name}`, value);
  });
  form.append("0", JSON.stringify(args.map((one, at) => (one instanceof FormData ? `$K${at}` : one))));
  return form;
}

function addressOf(worker: string): string {
  return worker
    .replace(/^app/, "")
    .replace(/\/page$/, "")
    .replaceAll(/\/\([^)]*\)/g, "")
    .replaceAll(/\[[^\]]*\]/g, "x");
}
