import type { ReactNode } from "react";
import { Logo } from "@/components/shell/logo";

/** The frame of the pages before the door: the tower, what to do here, and the form. */
export function AuthCard({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <div className="grid w-full max-w-88 gap-6">
      <div className="grid justify-items-center gap-2 text-center">
        <Logo className="size-12" />
        <h1 className="font-semibold text-xl">{title}</h1>
        {hint && <p className="text-balance text-muted-foreground">{hint}</p>}
      </div>
      {children}
    </div>
  );
}
