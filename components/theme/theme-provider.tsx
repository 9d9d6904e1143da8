"use client";

import { ThemeProvider as Themes } from "next-themes";
import type { ReactNode } from "react";

/** Sets `.dark` on `html` before the first paint; `nonce` lets its script pass the CSP (S20, U30). */
export function ThemeProvider({ nonce, children }: { nonce?: string; children: ReactNode }) {
  return (
    <Themes attribute="class" defaultTheme="system" enableSystem disableTransitionOnChange nonce={nonce}>
      {children}
    </Themes>
  );
}
