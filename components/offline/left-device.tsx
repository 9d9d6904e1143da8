"use client";

import { useEffect } from "react";
import { leaveDevice } from "@/components/offline/leave-device";

/** Where nobody is signed in nothing of anybody stays behind, however their session ended (S33). */
export function LeftDevice() {
  useEffect(() => void leaveDevice(), []);
  return null;
}
