import type { Metadata } from "next";
import { Logo } from "@/components/shell/logo";
import { Button } from "@/components/ui/button";

export const metadata: Metadata = { title: "Not found" };

/** What is not there and what one may not see look alike (S1). */
export default function NotFound() {
  return (
    <main id="content" className="grid min-h-dvh place-content-center justify-items-center gap-3 px-4 text-center">
      <Logo className="size-12" />
      <h1 className="font-semibold text-xl">There is nothing here</h1>
      <p className="max-w-80 text-balance text-muted-foreground">
        The address may be old, or what it names is not yours to see.
      </p>
      <Button asChild className="mt-2">
        {/* No Link: its script would come with every page. */}
        <a href="/inbox">Go to your inbox</a>
      </Button>
    </main>
  );
}
