"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { usePageVisible } from "@/components/ui/use-page-visible";

const EVERY = 1000;

/** Asks for the page anew each second while something on it moves and somebody looks (U23). */
export function useRefreshWhile(moving: boolean): void {
  const router = useRouter();
  const visible = usePageVisible();
  useEffect(() => {
    if (!moving || !visible) return;
    const timer = setInterval(() => router.refresh(), EVERY);
    return () => clearInterval(timer);
  }, [moving, visible, router]);
}
