import type { Metadata } from "next";
import { Templates } from "@/components/templates/templates";
import { requireUser } from "@/lib/auth/context";
import { orNotFound } from "@/lib/http/or-not-found";
import { perform } from "@/lib/http/perform";
import { listCatalogue } from "@/lib/usecases/catalogue/list-catalogue";

export const metadata: Metadata = { title: "Templates" };

/** Every topic, to put into words of the company (R86). */
export default async function TemplatesPage() {
  const ctx = await requireUser();
  return <Templates sections={await orNotFound(perform(listCatalogue, ctx, {}))} />;
}
