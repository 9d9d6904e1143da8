"use client";

import { useEffect, useState } from "react";
import type { Permission } from "@/components/preferences/browser-words";

/** This browser's permission to show notifications, kept right; null on the server. It never asks by itself (U18). */
export function usePermission(): { permission: Permission | null; ask(): Promise<void> } {
  const [permission, setPermission] = useState<Permission | null>(null);

  useEffect(() => {
    const look = () => setPermission(current());
    look();
    let status: PermissionStatus | undefined;
    let left = false;
    navigator.permissions
      ?.query({ name: "notifications" })
      .then((found) => {
        if (left) return;
        status = found;
        found.addEventListener("change", look);
      })
      // Not every browser can be asked how it stands; coming back to the page shows it all the same.
      .catch(() => {});
    window.addEventListener("focus", look);
    return () => {
      left = true;
      status?.removeEventListener("change", look);
      window.removeEventListener("focus", look);
    };
  }, []);

  async function ask() {
    if (current() !== "unsupported") await Notification.requestPermission();
    setPermission(current());
  }

  return { permission, ask };
}

function current(): Permission {
  return typeof Notification === "undefined" || !window.isSecureContext ? "unsupported" : Notification.permission;
}
