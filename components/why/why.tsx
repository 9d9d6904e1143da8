"use client";

import { useEffect, useId, useRef, useState } from "react";
import type { BellActions } from "@/components/bell/actions";
import type { Answer } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Skeleton } from "@/components/ui/skeleton";
import { Trail } from "@/components/why/trail";
import type { Explanation } from "@/lib/core/explanation";

export interface WhyProps {
  /** Of the notification. */
  id: string;
  zone: string;
  explain: BellActions["explain"];
  className?: string;
  onClose(): void;
}

type Reply = Answer<Explanation>;

/** `Why this?`, in place below its item: the short sentence, then the trail (U17). */
export function Why({ id, zone, explain, className, onClose }: WhyProps) {
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [reply, setReply] = useState<Reply | null>(null);

  useEffect(() => {
    let left = false;
    explain(id)
      .catch((): Reply => ({ ok: false, detail: "Belfry did not answer. Close this and try again." }))
      .then((answer) => left || setReply(answer));
    return () => {
      left = true;
    };
  }, [id, explain]);

  // After the menu that opened this has closed: reading goes on here.
  useEffect(() => {
    const timer = setTimeout(() => heading.current?.focus());
    return () => clearTimeout(timer);
  }, []);

  return (
    <section
      aria-labelledby={headingId}
      aria-busy={reply === null}
      className={cn("relative mt-3 animate-rise rounded-lg border bg-card p-3 text-sm", className)}
    >
      <div className="mb-1 flex items-center justify-between gap-2">
        <h4 ref={heading} id={headingId} tabIndex={-1} className="font-semibold focus-visible:outline-none">
          Why this?
        </h4>
        <Button variant="ghost" size="sm" className="-my-1 -mr-2 text-muted-foreground text-sm" onClick={onClose}>
          Hide
        </Button>
      </div>
      <div aria-live="polite">
        <Body reply={reply} zone={zone} />
      </div>
    </section>
  );
}

function Body({ reply, zone }: { reply: Reply | null; zone: string }) {
  if (!reply) return <Waiting />;
  if (!reply.ok) return <p className="text-destructive">{reply.detail}</p>;
  return <Trail explanation={reply.value} zone={zone} />;
}

function Waiting() {
  return (
    <div className="space-y-2 py-1">
      <span className="sr-only">Looking it up</span>
      <Skeleton className="h-4 w-4/5" />
      <Skeleton className="h-4 w-3/5" />
    </div>
  );
}
