"use client";

import { createContext, type ReactNode, type RefObject, useContext, useRef } from "react";

const Host = createContext<RefObject<HTMLElement | null> | null>(null);

/** Where the menus of `children` are put: inside the landmark or dialog that they belong to, not at the page's end. */
export function DropdownMenuHost({ children }: { children: ReactNode }) {
  const host = useRef<HTMLDivElement>(null);
  return (
    <Host value={host}>
      {children}
      <div ref={host} />
    </Host>
  );
}

/** The nearest one, for a menu that opens; null at the page's end. */
export function useMenuHost(): HTMLElement | null {
  return useContext(Host)?.current ?? null;
}
