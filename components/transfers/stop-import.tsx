"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { type Answer, faultOf, noAnswer } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";

/** Stops an import on its way, after a question: what was brought in is not taken back. */
export function StopImport({ fileName, onStop }: { fileName: string; onStop(): Promise<Answer> }) {
  const router = useRouter();
  const [asks, setAsks] = useState(false);

  async function stop() {
    setAsks(false);
    const answer = await onStop().catch(noAnswer);
    if (!answer.ok) toast.error("Not stopped", { description: faultOf(answer) });
    router.refresh();
  }

  return (
    <div>
      <Button variant="outline" onClick={() => setAsks(true)}>
        Stop
      </Button>
      {asks ? (
        <Dialog
          title={`Stop the import of ${fileName}?`}
          description="Who was brought in stays, and nobody else is. To go on later, import the file again: who is the same stays as they are."
          onClose={() => setAsks(false)}
        >
          <DialogActions>
            <Button variant="outline" data-focus onClick={() => setAsks(false)}>
              Let it go on
            </Button>
            <Button variant="destructive" onClick={stop}>
              Stop
            </Button>
          </DialogActions>
        </Dialog>
      ) : null}
    </div>
  );
}
