import type { ReactNode } from "react";
import { Logo } from "@/components/shell/logo";

/** A page for whoever need not be signed in, in the middle of the window: the tower, what to do here, and the form. */
export function CardPage({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <main id="content" className="grid min-h-dvh justify-items-center px-4 py-8 [align-items:safe_center]">
      <div className="grid w-full max-w-88 gap-6">
        <div className="grid justify-items-center gap-2 text-center">
          <Logo className="size-12" />
          <h1 className="font-semibold text-xl">{title}</h1>
          {hint && <p className="text-balance text-muted-foreground">{hint}</p>}
        </div>
        {children}
      </div>
    </main>
  );
}
