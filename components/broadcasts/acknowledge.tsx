"use client";

import { Check } from "lucide-react";
import { useState } from "react";
import { type Answer, noAnswer } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { FeedItem } from "@/lib/core/feed-item";

interface AcknowledgeProps {
  item: Pick<FeedItem, "id" | "broadcast">;
  /** Names what is acknowledged. */
  titleId?: string;
  acknowledge(id: string): Promise<Answer>;
  onDone?(): void;
}

/** Below a broadcast whose sender waits for people to take note; nothing below any other. */
export function Acknowledge({ item, titleId, acknowledge, onDone }: AcknowledgeProps) {
  const [given, setGiven] = useState(false);
  const wanted = item.broadcast?.acknowledge ?? null;
  if (wanted === null) return null;
  if (given || wanted === "given") {
    return (
      <p className="flex items-center gap-1 text-delivered text-sm">
        <Check aria-hidden className="size-4" />
        Acknowledged
      </p>
    );
  }

  async function take() {
    setGiven(true);
    const answer = await acknowledge(item.id).catch(noAnswer);
    if (answer.ok) return onDone?.();
    setGiven(false);
    toast.error("Not acknowledged", { description: answer.detail });
  }

  return (
    <Button variant="outline" size="sm" aria-describedby={titleId} className="relative mt-1.5" onClick={take}>
      Acknowledge
    </Button>
  );
}
