"use client";

import { useEffect, useState } from "react";
import { later } from "@/components/ui/later";

const Messages = later(() => import("@/components/ui/sonner").then((module) => module.Toaster));

/** Where messages show, once the page is alive. What was said before that is shown then. */
export function Toaster() {
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  return alive ? <Messages /> : null;
}
