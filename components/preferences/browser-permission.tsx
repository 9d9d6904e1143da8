"use client";

import { BellRing, CircleCheck, CircleHelp, CircleSlash } from "lucide-react";
import { browserName, nextStep, type Permission, permissionWords } from "@/components/preferences/browser-words";
import { usePermission } from "@/components/preferences/use-permission";
import { Button } from "@/components/ui/button";

/** May this browser show notifications? In words, with the button that asks it (R27 to R29, U18). */
export function BrowserPermission() {
  const { permission, ask } = usePermission();
  const agent = permission === null ? "" : navigator.userAgent;
  const browser = browserName(agent);
  const { Icon, colour } = LOOKS[permission ?? "default"];
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-2 rounded-lg bg-muted px-3 py-2.5 text-sm">
      {/* As high as what will stand there, so that nothing below it jumps. */}
      <div role="status" className="min-h-15 min-w-0 flex-1 basis-64">
        {permission ? (
          <>
            <p className="flex gap-2">
              <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${colour}`} />
              {permissionWords(permission, browser)}
            </p>
            <p className="pl-6 text-muted-foreground">{nextStep(permission, browser, agent)}</p>
          </>
        ) : null}
      </div>
      <Button variant={permission === "default" ? "default" : "outline"} size="sm" onClick={ask}>
        <BellRing aria-hidden />
        Allow notifications
      </Button>
    </div>
  );
}

const LOOKS: Readonly<Record<Permission, { Icon: typeof CircleHelp; colour: string }>> = {
  default: { Icon: CircleHelp, colour: "text-muted-foreground" },
  granted: { Icon: CircleCheck, colour: "text-delivered" },
  denied: { Icon: CircleSlash, colour: "text-destructive" },
  unsupported: { Icon: CircleSlash, colour: "text-muted-foreground" },
};
