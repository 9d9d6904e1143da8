"use client";

import { useSyncExternalStore } from "react";

/** What Chrome and its kin give a page that can be installed; it counts once. */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

let offered: InstallPrompt | null = null;
const listeners = new Set<() => void>();

/** Keeps the browser's offer to install Belfry for when somebody asks for it: it is never pushed at people (U19). */
export function keepInstallOffer(): () => void {
  const keep = (event: Event) => {
    event.preventDefault();
    offer(event as InstallPrompt);
  };
  const done = () => offer(null);
  window.addEventListener("beforeinstallprompt", keep);
  window.addEventListener("appinstalled", done);
  return () => {
    window.removeEventListener("beforeinstallprompt", keep);
    window.removeEventListener("appinstalled", done);
  };
}

/** Installs Belfry here; null where the browser does not offer it, or it is done. */
export function useInstall(): (() => void) | null {
  const prompt = useSyncExternalStore(listen, current, () => null);
  if (!prompt) return null;
  return () => {
    offer(null);
    prompt.prompt().catch(() => {});
  };
}

function offer(wanted: InstallPrompt | null) {
  offered = wanted;
  for (const listener of listeners) listener();
}

function current(): InstallPrompt | null {
  return offered;
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
