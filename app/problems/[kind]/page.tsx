import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { problemKind } from "@/lib/http/problem";

export const metadata: Metadata = { title: "About this problem" };

/** Where the `type` of an API problem leads: what it means and how to mend it (RFC 9457, C2). */
export default async function ProblemPage({ params }: PageProps<"/problems/[kind]">) {
  const kind = problemKind((await params).kind);
  if (!kind) notFound();
  return (
    <main id="content" className="mx-auto max-w-2xl px-4 py-16">
      <p className="text-muted-foreground tabular-nums">{kind.status}</p>
      <h1 className="mt-1 font-semibold text-xl">{kind.title}</h1>
      <p className="mt-3">{kind.mend}</p>
    </main>
  );
}
