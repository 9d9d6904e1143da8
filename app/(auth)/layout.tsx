import type { ReactNode } from "react";

/** One card in the middle of the window. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <main id="content" className="grid min-h-dvh justify-items-center px-4 py-8 [align-items:safe_center]">
      {children}
    </main>
  );
}
