"use client";

import { Megaphone } from "lucide-react";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";

/** In the header of every page, for super admins (R88, api.md, section 3). */
export function CreateButton() {
  const router = useRouter();
  return (
    <Button
      variant="ghost"
      size="sm"
      aria-label="Create notification"
      title="Create notification"
      className="max-lg:size-9 max-lg:px-0 pointer-coarse:max-lg:size-11"
      onClick={() => router.push("/admin/broadcasts/new")}
    >
      <Megaphone aria-hidden />
      <span className="max-lg:hidden">Create notification</span>
    </Button>
  );
}
