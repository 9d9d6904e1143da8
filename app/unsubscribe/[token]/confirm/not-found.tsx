import type { Metadata } from "next";
import Link from "next/link";
import { CardPage } from "@/components/shell/card-page";
import { Button } from "@/components/ui/button";

export const metadata: Metadata = { title: "Unsubscribe" };

/** A link that was cut off, or that we did not sign. */
export default function UnknownLink() {
  return (
    <CardPage
      title="This link does not work"
      hint="It may have been cut off on its way. Open it from the email again, or choose what you get in your preferences."
    >
      <Button asChild size="lg">
        <Link href="/settings/notifications/email">Open your preferences</Link>
      </Button>
    </CardPage>
  );
}
