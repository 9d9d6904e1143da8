import type { Metadata } from "next";
import { Topics } from "@/components/topics/topics";
import { requireUser } from "@/lib/auth/context";
import { orNotFound } from "@/lib/http/or-not-found";
import { perform } from "@/lib/http/perform";
import { listCatalogue } from "@/lib/usecases/catalogue/list-catalogue";

export const metadata: Metadata = { title: "Topics" };

/** Everything that Belfry can tell here, shipped and of the workspace's own, by section. */
export default async function TopicsPage() {
  const ctx = await requireUser();
  return <Topics sections={await orNotFound(perform(listCatalogue, ctx, {}))} />;
}
