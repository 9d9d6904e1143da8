"use client";

import { ThemeProvider as Themes } from "next-themes";
import { type ReactNode, useEffect } from "react";

/** Sets `.dark` on `html` before the first paint; `nonce` lets its script pass the CSP (S20, U30). */
export function ThemeProvider({ nonce, children }: { nonce?: string; children: ReactNode }) {
  useEffect(keepChangesStill, []);
  return (
    <Themes attribute="class" defaultTheme="system" enableSystem nonce={nonce}>
      {children}
    </Themes>
  );
}

/**
 * No colour fades from one theme to the other, at a hundred places each in its own time. By `disableTransitionOnChange`
 * the page would be styled anew three times whenever it wakes up, which is most of what it then waits for.
 */
function keepChangesStill(): () => void {
  const root = document.documentElement;
  let dark = root.classList.contains("dark");
  const observer = new MutationObserver(() => {
    if (root.classList.contains("dark") === dark) return;
    dark = !dark;
    root.classList.add("still");
    // The second frame is drawn without fading; the first may not have been.
    requestAnimationFrame(() => requestAnimationFrame(() => root.classList.remove("still")));
  });
  observer.observe(root, { attributeFilter: ["class"] });
  return () => observer.disconnect();
}
