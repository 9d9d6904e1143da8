"use client";

import { createContext, type ReactNode, useContext, useState } from "react";

const Context = createContext<number | null>(null);

/** The server's clock when it rendered the page, milliseconds since 1970; null outside of `RenderedAt`. */
export function useRenderedAt(): number | null {
  return useContext(Context);
}

/** Tells what is below when the server rendered it, so that times read the same there and while the page wakes up. */
export function RenderedAt({ at, children }: { at: number; children: ReactNode }) {
  // What is rendered anew later has its own ticker by then.
  const [first] = useState(at);
  return <Context value={first}>{children}</Context>;
}
