import type { ReactNode } from "react";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <main id="content" className="grid min-h-dvh justify-items-center px-4 py-8 [align-items:safe_center]">
      {children}
    </main>
  );
}
