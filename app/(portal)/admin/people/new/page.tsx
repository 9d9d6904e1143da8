import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NewPerson } from "@/components/people/new-person";
import { requireUser } from "@/lib/auth/context";
import { hasRole } from "@/lib/core/role";
import { createPerson } from "../actions";

export const metadata: Metadata = { title: "New person" };

/** A person made by hand; for super admins. */
export default async function NewPersonPage() {
  const { role } = (await requireUser()).actor;
  if (!hasRole(role, "super_admin")) notFound();
  return <NewPerson onCreate={createPerson} />;
}
