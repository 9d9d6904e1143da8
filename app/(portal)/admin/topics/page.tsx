import type { Metadata } from "next";
import { Topics } from "@/components/topics/topics";
import { requireUser } from "@/lib/auth/context";
import { orNotFound } from "@/lib/http/or-not-found";
import { perform } from "@/lib/http/perform";
import { listCatalogue } from "@/lib/usecases/catalogue/list-catalogue";

export const metadata: Metadata = { title: "Topics" };

/** Topics; for super admins. */
export default async function TopicsPage() {
  const ctx = await requireUser();
  return <Topics sections={await orNotFound(perform(listCatalogue, ctx, {}))} />;
}
