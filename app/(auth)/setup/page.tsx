import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SetupForm } from "@/components/access/setup-form";
import { CardPage } from "@/components/shell/card-page";
import { setupContext } from "@/lib/auth/setup-context";
import { setUp } from "../actions";

export const metadata: Metadata = { title: "Set up Belfry" };

/** The first start, by the one-time link that it printed; without it there is no such page. */
export default async function SetupPage({ searchParams }: PageProps<"/setup">) {
  const { token } = await searchParams;
  if (typeof token !== "string" || !(await setupContext(token))) notFound();
  return (
    <CardPage title="Set up Belfry" hint="You are the first one here. This makes you a super admin.">
      <SetupForm setUp={setUp} token={token} />
    </CardPage>
  );
}
