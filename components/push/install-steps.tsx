"use client";

import { ChevronRight } from "lucide-react";
import { INSTALL_STEPS, PLATFORM_NAMES, type Platform } from "@/components/push/platform";
import { useInstall } from "@/components/push/use-install";
import { Button } from "@/components/ui/button";

/** How to have Belfry as an app: by a button where the browser offers it, and in steps for each platform (U19). */
export function InstallSteps({ open }: { open: boolean }) {
  const install = useInstall();
  return (
    <section aria-labelledby="install" className="grid gap-1.5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 id="install" className="font-medium">
          Belfry as an app
        </h3>
        {install ? (
          <Button size="sm" variant="outline" onClick={install}>
            Install Belfry
          </Button>
        ) : null}
      </div>
      {(["ios", "android", "desktop"] as const).map((platform) => (
        <Steps key={platform} platform={platform} open={open && platform === "ios"} />
      ))}
    </section>
  );
}

function Steps({ platform, open }: { platform: Platform; open: boolean }) {
  return (
    <details open={open} className="group rounded-md">
      <summary className="flex min-h-8 cursor-pointer list-none items-center gap-1.5 rounded-md text-muted-foreground text-sm pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-4 transition-transform group-open:rotate-90" />
        On {PLATFORM_NAMES[platform]}
      </summary>
      <ol className="ml-6 list-decimal space-y-0.5 pb-2 pl-4 text-sm">
        {INSTALL_STEPS[platform].map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </details>
  );
}
