import type { Metadata } from "next";
import Link from "next/link";
import { AuthCard } from "@/components/access/auth-card";
import { Button } from "@/components/ui/button";

export const metadata: Metadata = { title: "Unsubscribe" };

/** A link that was cut off, or that we did not sign. */
export default function UnknownLink() {
  return (
    <main id="content" className="grid min-h-dvh justify-items-center px-4 py-8 [align-items:safe_center]">
      <AuthCard
        title="This link does not work"
        hint="It may have been cut off on its way. Open it from the email again, or choose what you get in your preferences."
      >
        <Button asChild size="lg">
          <Link href="/settings/notifications/email">Open your preferences</Link>
        </Button>
      </AuthCard>
    </main>
  );
}
