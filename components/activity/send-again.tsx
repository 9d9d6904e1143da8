"use client";

import { RotateCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { toast } from "sonner";
import { type Answer, noAnswer } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";

export type Resend = (id: string) => Promise<Answer>;

/** Sends one delivery that has ended again, to the same person on the same channel. */
export function SendAgain({ id, name, resend }: { id: string; name: string; resend: Resend }) {
  const router = useRouter();
  const [busy, start] = useTransition();

  function send() {
    if (busy) return;
    start(async () => {
      const answer = await resend(id).catch(noAnswer);
      if (!answer.ok) return void toast.error(answer.detail);
      toast("On its way again");
      router.refresh();
    });
  }
  return (
    <Button size="sm" variant="outline" aria-disabled={busy} onClick={send}>
      <RotateCw aria-hidden />
      Send again<span className="sr-only"> by {name}</span>
    </Button>
  );
}
