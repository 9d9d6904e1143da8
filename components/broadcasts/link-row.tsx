"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";

/** Asks where a link of the message leads; only what may stand in one is taken. */
export function LinkRow({ onAdd, onClose }: { onAdd(address: string): void; onClose(): void }) {
  const [address, setAddress] = useState("https://");
  const isWhole = /^(https?:\/\/|mailto:)[^\s]+$/i.test(address);
  return (
    <div className="flex flex-wrap items-center gap-2 border-b p-2">
      <Input
        autoFocus
        aria-label="Address of the link"
        value={address}
        className="min-w-40 flex-1"
        onChange={({ target }) => setAddress(target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") onClose();
          if (event.key !== "Enter") return;
          event.preventDefault();
          if (isWhole) onAdd(address);
        }}
      />
      <Button type="button" size="sm" aria-disabled={!isWhole} onClick={() => isWhole && onAdd(address)}>
        Add
      </Button>
      <Button type="button" size="sm" variant="ghost" onClick={onClose}>
        Cancel
      </Button>
    </div>
  );
}
