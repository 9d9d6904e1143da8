"use client";

import { Button } from "@/components/ui/button";

/** A page that failed: cause, effect, next step, and the id that finds it in the log (U35). */
export default function PortalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <div role="alert" className="mx-auto grid max-w-md justify-items-center gap-3 px-4 py-24 text-center">
      <h1 className="font-semibold text-xl">This page could not be made</h1>
      <p className="text-balance text-muted-foreground">
        Belfry met a fault of its own. Nothing of yours was lost or changed.
        {error.digest ? ` If it stays, name ${error.digest} to whoever runs Belfry.` : ""}
      </p>
      <Button onClick={reset}>Try again</Button>
    </div>
  );
}
